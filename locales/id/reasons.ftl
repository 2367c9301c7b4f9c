## Mengapa sebuah jawaban belum bisa dicatat, dan bagaimana menuliskannya.

reason-required = Pertanyaan ini perlu dijawab. Bila jawabannya belum ada, simpan dulu dan lanjutkan nanti.
reason-button-gone = Tombol itu bukan untuk pertanyaan ini. Jawab pertanyaan yang terakhir, ya.

reason-text-wanted = Yang dibutuhkan di sini jawaban tertulis. Tulis dengan kata-kata Anda sendiri.
reason-text-empty = Belum ada tulisan yang terbaca. Tulis jawabannya dengan huruf atau angka.
reason-text-too-long = Jawabannya { $length } karakter, padahal paling banyak { $max } di sini. Tulis yang terpenting saja, lalu kirim lagi.

reason-press-button = Tekan salah satu tombol di bawah pertanyaan.
reason-choice-unclear = Pilihan itu tidak ada. Tekan salah satu tombol, atau tulis nomornya: 1 sampai { $count }.
reason-choices-too-few = Pilih sedikitnya { $min }.
reason-choice-alone = “Tidak ada” atau “Belum ada” tidak bisa digabung dengan pilihan lain. Lepas salah satunya.
reason-yes-no-unclear = Tekan salah satu tombol, atau tulis: ya, tidak.

reason-attachment-wanted = Yang dibutuhkan di sini { attachment-kinds }. Kirim lewat tombol 📎 di Telegram.
reason-attachment-kind = { $got ->
    [photo] Foto
    [voice] Rekaman suara
    [document] Dokumen
   *[location] Lokasi
 } tidak bisa dipakai di sini. Yang bisa dikirim: { attachment-kinds }.
reason-location-impossible = Titik lokasi itu tidak ada di peta. Kirim lagi lewat tombol 📎 → Lokasi.

reason-number-unclear = Tulis sebuah angka saja, misalnya { $example }.
reason-number-whole = Di sini hanya bilangan bulat. Tulis { $below } atau { $above }.
reason-number-range = Angkanya antara { $min } dan { $max }.
reason-scale-range = Pilih angka dari { $min } sampai { $max }.

reason-date-unclear = Tanggal itu belum terbaca. Tulis misalnya { $example }, “kemarin”, “senin lalu”, atau “3 hari lalu”.
reason-date-impossible = Tanggal itu tidak ada: { month-named } { $year } berakhir di tanggal { $last }. Tulis misalnya { $example }.
reason-date-no-month = Bulan ke-{ $month } tidak ada. Urutannya tanggal, bulan, tahun: misalnya { $example }.
reason-date-no-year = Tahun { $year } di luar yang dapat dicatat (1900–2100). Tulis misalnya { $example }.
reason-date-future = { $date } belum tiba; hari ini { $today }. Tulis tanggal hari ini atau sebelumnya.
reason-date-past = { $date } sudah lewat; hari ini { $today }. Tulis tanggal hari ini atau sesudahnya.

reason-before-first-contact = { $date } lebih awal dari kontak pertama dengan klien, { $other }. Tulis tanggal itu atau sesudahnya.
reason-contract-ends-before-consent = Kontrak tidak bisa berakhir sebelum dimulai: persetujuannya { $other }, Anda menulis { $date }. Periksa tahunnya.
reason-contract-signed-after-end = Kontrak yang berlaku sampai { $other } tidak bisa ditandatangani { $date }. Periksa tanggalnya.
reason-evaluation-before-plan = Evaluasi tidak bisa mendahului rencananya: rencana ini disusun { $other }, Anda menulis { $date }.
reason-next-evaluation-before-this = Evaluasi berikutnya tidak bisa sebelum evaluasi ini, { $other }. Anda menulis { $date }.
reason-next-session-before-this = Sesi berikutnya tidak bisa sebelum sesi ini, { $other }. Anda menulis { $date }.
reason-answer-before-letter = Jawaban lembaga tidak bisa datang sebelum surat dikirim, { $other }. Anda menulis { $date }.
reason-visit-before-end = Kunjungan ini baru bisa sesudah layanan berakhir, { $other }. Anda menulis { $date }.

reason-time-missing = Tulis tanggal beserta jamnya, misalnya { $example } atau “kemarin jam 10 pagi”.
reason-time-impossible = Jam itu tidak ada. Tulis dari 00.00 sampai 23.59, misalnya { $example }.
reason-moment-future = Waktu itu belum tiba. Tulis waktu yang sudah lewat, misalnya { $example }.
reason-moment-past = Waktu itu sudah lewat. Tulis waktu yang akan datang, misalnya { $example }.

reason-birth-unclear = Tanggal lahir itu belum terbaca. Tulis misalnya { $example }, atau umurnya saja: { $age } tahun.
reason-birth-impossible = Tanggal itu tidak ada: { month-named } { $year } berakhir di tanggal { $last }. Tulis misalnya { $example }, atau umurnya saja: { $age } tahun.
reason-birth-year-only = Tahun { $year } saja belum cukup. Tulis tanggal lengkapnya, misalnya { $example }, atau umurnya: { $younger } tahun atau { $older } tahun.
reason-birth-future = Tanggal lahir itu belum tiba; hari ini { $today }. Periksa tahunnya.
reason-birth-too-old = Umur itu lebih dari { $max } tahun. Periksa lagi tahun atau umurnya.

reason-phone-letters = Nomor telepon ditulis dengan angka saja, misalnya 0812 3456 7890.
reason-phone-too-short = Nomor itu baru { $digits } angka; sedikitnya { $min }. Periksa lagi, misalnya 0812 3456 7890 atau (021) 555 1234.
reason-phone-too-long = Nomor itu { $digits } angka; paling banyak { $max }. Tulis satu nomor saja, misalnya 0812 3456 7890.
reason-phone-start = Nomor Indonesia diawali 0 atau +62 lalu kode wilayah atau 8, misalnya (021) 555 1234 atau 0812 3456 7890. Nomor luar negeri diawali + dan kode negaranya.

reason-person-incomplete = Tulis nama dan hubungan atau kedudukannya, dipisah koma; umur boleh menyusul. Misalnya: Siti, ibu, 45, atau: Yusuf, ketua RT.
reason-person-age = Umur itu lebih dari { $max } tahun. Tulis misalnya: Siti, ibu, 45.

## Bagian yang dipakai di atas.

month-named = { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
 }

attachment-kinds = { $accepts ->
    [photo] foto
    [voice] rekaman suara
    [document] dokumen
    [location] lokasi
    [photo-voice] foto atau rekaman suara
    [photo-document] foto atau dokumen
    [photo-location] foto atau lokasi
    [voice-document] rekaman suara atau dokumen
    [voice-location] rekaman suara atau lokasi
    [document-location] dokumen atau lokasi
    [photo-voice-document] foto, rekaman suara, atau dokumen
    [photo-voice-location] foto, rekaman suara, atau lokasi
    [photo-document-location] foto, dokumen, atau lokasi
    [voice-document-location] rekaman suara, dokumen, atau lokasi
   *[photo-voice-document-location] foto, rekaman suara, dokumen, atau lokasi
 }
