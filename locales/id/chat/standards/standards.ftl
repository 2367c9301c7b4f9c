# Penilaian mandiri standar layanan, perbaikannya, dan akreditasi lembaga.

button-standards = 📋 Penilaian lembaga
standards-title = <b>📋 Penilaian mandiri lembaga</b>
standards-last = Terakhir { $day }: skor { $score }
standards-last-none = Terakhir { $day }: tanpa skor, semua komponen tidak berlaku
standards-never = Belum pernah dinilai.
standards-open = Sedang dinilai: { $told } dari { $total } komponen.
standards-accredited = 🏅 Akreditasi { $grade }, berlaku sampai { $day }
standards-accreditation-over = 🏅 Akreditasi { $grade } berakhir { $day } ❗️
standards-for-members = Admin dan supervisor yang menilai; hasil terakhirnya terbuka bagi semua anggota.
button-standard-topics = 📏 Tanya standar layanan
button-improvements = 🔧 Perbaikan ({ $count })
button-accreditation = 🏅 Akreditasi

standard-instrument-title = <b>{ $name }</b>
standard-standing = Kedudukan sumber: { $standing }.
button-audit-begin = ▶️ Mulai menilai
button-audit-resume = ▶️ Lanjutkan ({ $told }/{ $total })
button-audit-result = 📊 Hasil terakhir
button-score-chart = 📈 Perkembangan

audit-title = <b>{ $name }</b> · { $code }
audit-begun = Dimulai { $day } oleh { $name }. Sudah dinilai { $told } dari { $total }.
audit-stop-hint = Berhenti kapan saja: semuanya sudah tersimpan, dan masih bisa diubah sampai penilaian diselesaikan.
audit-line = { $number }. { $mark } { $component }
audit-incomplete = ❗️ Masih ada yang perlu diisi: { $components }.
audit-past = ❗️ Tanggal perbaikannya sudah lewat, ubah dulu: { $components }.
button-audit-next = ▶️ { $component }
button-audit-number = { $mark } { $number }
button-audit-finish = ✅ Selesaikan penilaian
button-audit-leave = ⏸ Berhenti dulu
audit-finish-sure =
    Selesaikan penilaian ini? Skornya { $score }. { $improvements ->
        [0] Tidak ada yang perlu diperbaiki.
       *[other] { $improvements } perbaikan menjadi tenggat lembaga, dan admin diingatkan.
    }
    Perbaikan dari penilaian sebelumnya yang masih terbuka digantikan oleh yang ini. Sesudah selesai, hasilnya tidak bisa diubah lagi.
audit-finish-sure-none = Selesaikan penilaian ini? Semua komponen dinyatakan tidak berlaku, jadi tidak ada skor. Perbaikan dari penilaian sebelumnya yang masih terbuka berakhir. Sesudah selesai, hasilnya tidak bisa diubah lagi.
button-audit-finish-surely = ✅ Ya, selesaikan

judging-title = <b>{ $number } dari { $total } · { $component }</b>
judging-basis = { $basis } ({ $standing })
judging-met-official = <b>Terpenuhi bila</b> (kata kami, menurut penjelasan pasalnya): { $words }
judging-met-secondary = <b>Terpenuhi bila</b> (rumusan kami): { $words }
judging-state = <b>Keadaan:</b> { $state }
judging-part = <b>{ $part }:</b> { $words }
judging-files = <b>Berkas bukti:</b> { $count }
judging-unreadable = Yang dicatat tidak terbaca ({ $code }). Nilai lagi komponen ini.
judging-missing = ❗️ Belum diisi: { $parts }.
state-met = ✅ Terpenuhi
state-partly = 🌗 Sebagian
state-not = ❌ Belum
state-not-applicable = ➖ Tidak berlaku
state-word-met = terpenuhi
state-word-partly = sebagian
state-word-not = belum
state-word-not-applicable = tidak berlaku
button-audit-components = ⬅️ Semua komponen

finding-reason = Alasan
    .ask = Mengapa komponen ini tidak berlaku bagi lembaga Anda?
finding-evidence = Bukti
    .ask = Apa buktinya? Tulis, dan/atau kirim foto atau dokumen, boleh beberapa. Tanpa nama, wajah, atau data klien.
finding-missing = Yang kurang
    .ask = Apa yang masih kurang? Tulis singkat.
finding-dueOn = Paling lambat
    .ask = Sampai kapan diperbaiki? Sesudah penilaian selesai, tanggal ini menjadi tenggat lembaga.
finding-responsible = Penanggung jawab
    .ask = Siapa yang mengurusnya? Tulis nama atau jabatannya, atau lewati.
finding-evidence-kept = Tersimpan: { $what }. Kirim lagi bila masih ada; tulisan baru menggantikan yang lama.
evidence-words = keterangan tertulis
evidence-count = { $count } berkas
button-evidence-none = Tanpa bukti
button-evidence-enough = ✔️ Cukup
button-months = { $count } bulan lagi · { $day }
evidence-kinds = Kirim foto atau dokumen, atau tulis. Rekaman suara tidak bisa menjadi bukti di sini.
evidence-too-many = Satu komponen memuat paling banyak { $most } berkas. Hapus dulu salah satunya.
evidence-caption = 📎 Bukti · { $component } · { $code }
evidence-waiting = Berkas ini masih diambil dari Telegram. Coba lagi sebentar.
evidence-failed = Berkas ini tidak pernah dapat diambil dari Telegram. Kirim lagi.
evidence-lost = Maaf, { $kind ->
    [photo] foto
   *[other] dokumen
} bukti yang Anda kirim untuk penilaian { $code } tidak dapat diambil dari Telegram, jadi belum tersimpan. Silakan buka komponennya dan kirim lagi (paling besar 20 MB).
evidence-dropped = Bukti dihapus.
button-evidence-photo = 📷 Bukti { $number }
button-evidence-document = 📄 Bukti { $number }
button-evidence-drop = 🗑 Hapus bukti ini
button-part = ✏️ { $part }

result-title = <b>📊 { $name }</b> · { $code }
result-finished = Selesai { $day }, oleh { $name }.
result-score = <b>Skor { $score }</b>
result-counts = { $met } terpenuhi · { $partly } sebagian · { $not } belum · { $none } tidak berlaku
result-rule = Cara menghitung: terpenuhi 1, sebagian ½, belum 0; yang tidak berlaku tidak dihitung. Jumlahnya dibagi banyaknya komponen yang dihitung, dalam persen, dibulatkan. Rumusan kami: peraturannya tidak menetapkan skor.
result-missing = Kurang: { $missing }
result-due = Paling lambat { $day }
result-done = Diperbaiki { $day }
result-overtaken = Dinilai lagi { $day }
button-audit-report = 📄 Laporan (PDF)
chart-caption = 📈 { $name } · { $code }
scores-chart-title = Skor { $name }, dalam persen
chart-needs-two = Grafik tampil setelah dua penilaian selesai.

improvements-title = <b>🔧 Perbaikan terbuka</b> ({ $count })
improvements-none = Tidak ada perbaikan yang terbuka.
improvement-title = <b>🔧 { $component }</b>
improvement-of = { $name } · { $code }
improvement-done-words = <b>Yang dilakukan:</b> { $words }
improvement-is-done = ✅ Selesai { $day }, oleh { $name }.
improvement-is-overtaken = Penilaian { $day } menilai komponen ini lagi.
button-improvement = { $component } · { $day }
button-improvement-late = ❗️ { $component } · { $day }
button-improvement-done = ✅ Selesai
button-improvement-date = 📅 Ubah tanggal
button-improvement-end = ✅ Selesaikan
improvement-ask = Apa yang sudah diperbaiki? Tulis, dan/atau kirim foto atau dokumen sebagai bukti. Tanpa nama, wajah, atau data klien.
improvement-date-ask = Sampai kapan perbaikannya diundur? Tulis tanggalnya, atau tekan salah satu.
improvement-moved = ✓ Tanggalnya sekarang { $day }.
improvement-made = ✅ Selesai: { $component }. Tenggatnya berakhir.

register-accreditation = <b>🏅 Akreditasi lembaga</b>
button-register-accreditation = 🏅 Akreditasi
accreditation-line = • Nilai { $grade } · nomor { $number } · sejak { $issued }, berlaku sampai { $expires }
accreditation-line-over = • Nilai { $grade } · nomor { $number } · sejak { $issued }, berakhir { $expires } ❗️
accreditation-line-past = • Nilai { $grade } · nomor { $number } · { $issued } sampai { $expires } · diganti atau dihapus
accreditation-reminders = Bot mengingatkan admin setahun, setengah tahun, tiga bulan, sebulan, dan seminggu sebelum berakhir, lalu setiap bulan.
accreditation-validity = Nilai A berlaku 5 tahun, B 3 tahun, C 2 tahun. Angka ini dari berita (sekunder): bila sertifikat menyebut tanggal lain, tanggal itu yang dipakai.
button-accreditation-record = ✍️ Catat akreditasi
button-accreditation-drop = 🗑 Hapus yang tercatat
accreditation-grade-ask = Apa nilai akreditasinya?
accreditation-issued-ask = Kapan sertifikatnya diterbitkan? Tulis tanggalnya, misalnya: 12 Maret 2025.
accreditation-number-ask = Berapa nomor sertifikatnya?
accreditation-expires-ask = Berlaku sampai kapan? Menurut nilainya, seperti di tombol. Tulis tanggal lain bila sertifikatnya menyebut lain.
accreditation-expires-first = Akreditasi berakhir sesudah diterbitkan ({ $day }). Tulis tanggal yang lebih kemudian.
accreditation-kept = ✓ Tersimpan. Bot mengingatkan sebelum akreditasi ini berakhir.
accreditation-kept-over = ✓ Tersimpan. Akreditasi ini sudah berakhir. Bot mengingatkan sampai yang baru dicatat.

deadline-standard-improvement = perbaikan standar layanan
    .open = 🔧 Buka perbaikan
    .rule = tanggal yang ditulis dalam penilaian lembaga
deadline-accreditation-renewal = akreditasi lembaga berakhir
    .open = 🏅 Buka akreditasi
    .rule = diingatkan setahun, setengah tahun, tiga bulan, sebulan, dan seminggu sebelumnya, lalu setiap bulan

paper-standard-audit = Laporan penilaian mandiri
paper-standard-chart = Grafik skor penilaian
standard-paper-internal = DOKUMEN LEMBAGA
standard-paper-code = Nomor
standard-paper-instrument = Instrumen
standard-paper-source = Sumber
standard-paper-period = Dinilai
standard-paper-span = { $from } sampai { $to }
standard-paper-score = Skor
standard-paper-percent = { $score } dari 100
standard-paper-no-score = Tidak ada: semua komponen tidak berlaku
standard-paper-counts = Rincian
standard-paper-accreditation = Akreditasi
standard-paper-accredited = Nilai { $grade }, berlaku sampai { $day }
standard-paper-table = Hasil tiap komponen
standard-paper-number = No.
standard-paper-component = Komponen
standard-paper-state = Keadaan
standard-paper-shown = Bukti
standard-paper-shown-none = belum ada
standard-paper-shown-words = tertulis
standard-paper-shown-files = { $count } berkas
standard-paper-why = Tidak berlaku: { $reason }
standard-paper-plan = Rencana perbaikan
standard-paper-plan-none = Tidak ada yang perlu diperbaiki.
standard-paper-missing = Yang kurang
standard-paper-due = Paling lambat
standard-paper-who = Penanggung jawab
standard-paper-became = Keadaan sekarang
standard-paper-open = terbuka
standard-paper-done = selesai { $day }
standard-paper-overtaken = dinilai lagi { $day }
standard-paper-evidence = Bukti
standard-paper-evidence-none = Tidak ada bukti yang dicatat.
standard-paper-document = Dokumen: { $name }
standard-paper-photo = Foto { $number }: { $component }
standard-paper-photo-words = Foto bukti { $number } untuk komponen { $component }
standard-paper-photo-gone = (foto tersimpan di bot, tidak dicetak di sini)
standard-paper-after = Sesudah penilaian: { $words }
standard-paper-scores = Perkembangan skor
standard-paper-signs-auditor = Yang menilai
standard-paper-signs-head = Pimpinan lembaga
