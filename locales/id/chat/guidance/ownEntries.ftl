# Jawaban lembaga: ditulis supervisor atau admin, ditemukan semua anggota.

own-label = 🏢 <b>Dari lembaga Anda</b>
own-retired = 🗄 <b>Jawaban ini sudah ditarik</b> ({ $day }). Tidak dipakai lagi; tanyakan kepada supervisor Anda.
own-written-by = Ditulis oleh { $name } ({ $role }), { $day } · ditinjau lagi { $review }
own-review-over = ⏰ Sudah waktunya ditinjau. Bila ragu, tanyakan dulu kepada supervisor.
own-review-due = Sebuah jawaban lembaga perlu ditinjau: { $when }. Masih berlaku, diubah, atau ditarik?
own-shipped-too = Dari sumber bot juga ada, lihat di bawah.
own-maybe = 🏢 <b>Mungkin ini, dari lembaga Anda:</b>
part-grounds = Dasar

own-none =
    <b>Jawaban lembaga</b>
    Belum ada. Balasan supervisor atas sebuah pertanyaan bisa dijadikan jawaban untuk semua anggota.
own-title =
    <b>Jawaban lembaga</b> · { $count }
    Ditulis lembaga Anda sendiri, di samping sumber bot.
own-desk-title =
    <b>Jawaban lembaga: kelola</b>
    Yang menunggu keputusan di atas, lalu yang paling dekat waktu tinjauannya.
own-desk-none =
    <b>Jawaban lembaga: kelola</b>
    Belum ada yang ditulis.
own-state-draft = draf
own-state-proposed = menunggu keputusan admin
own-state-due = ditinjau { $day }, sudah waktunya
own-state-kept = ditinjau { $day }
own-state-declined = tidak disimpan
own-state-retired = ditarik

own-card-draft = Draf, hanya Anda yang melihatnya
own-card-proposed = Usulan, menunggu keputusan admin
own-card-kept = Jawaban lembaga, ditemukan semua anggota
own-card-declined = Usulan yang tidak disimpan
own-card-retired = Ditarik, tidak ditemukan lagi
own-care = 🔒 Semua anggota akan membacanya: pastikan tidak ada yang menunjuk klien. Tanda … menggantikan kata yang mungkin nama; lengkapi bila perlu.
own-no-answer = <i>Jawabannya belum ditulis.</i>
own-part-questions = Contoh pertanyaan
own-sent = ✅ Usulan Anda sampai ke admin lembaga.
own-waits = ✅ Usulan tersimpan, tetapi belum ada admin yang bisa dihubungi lewat bot. Beri tahu admin langsung.
own-kept = ✅ Tersimpan. Mulai sekarang semua anggota menemukannya.
own-reviewed = ✅ Dicatat: masih berlaku, ditinjau lagi { $day }.
own-ended = 🗄 Ditarik. Mulai sekarang tidak ditemukan lagi.
own-history = <b>Naskah sebelumnya</b>
own-history-none = Belum ada naskah sebelumnya: jawaban ini belum pernah diubah sejak disimpan.
own-history-until = Sampai { $day }, diubah { $name }

own-ask-questions = Bagaimana orang menanyakannya? Satu baris satu contoh, paling banyak { $most }; yang pertama menjadi judul. Tanpa nama klien.
own-ask-answer = Apa jawabannya? Dua atau tiga kalimat sudah cukup; langkah ditulis tersendiri. Tanpa nama klien.
own-ask-steps = Apa langkahnya? Satu baris satu langkah.
own-ask-source = Apa dasarnya? Misalnya SOP lembaga, surat keputusan, atau aturan dengan pasalnya.
own-ask-review = Kapan isinya dilihat lagi, apakah masih berlaku?
own-now =
    Sekarang:
    <blockquote expandable>{ $text }</blockquote>
own-questions-many = Paling banyak { $most } contoh, masing-masing { $characters } karakter. Ringkas sedikit, lalu kirim lagi.
own-names-went = Nama yang tercatat di kasus sudah dikeluarkan dari tulisan Anda. Periksa sekali lagi.

notice-proposal = 📚 { $name } mengusulkan jawaban untuk lembaga.
notice-own-kept = 🏢 { $name } menyimpan usulan jawaban Anda; semua anggota kini menemukannya.
notice-own-declined = 📚 { $name } tidak menyimpan usulan jawaban Anda.

button-read-proposal = 📄 Baca usulannya
button-own-read = 📄 Buka jawabannya
button-keep-reply = 📚 Jadikan jawaban lembaga
button-write-answer = ✍️ { $number } Tulis jawaban
button-write-instead = ✍️ Tulis jawaban sendiri: { $title }
button-own-entries = 🏢 Jawaban lembaga
button-own-entries-count = 🏢 Jawaban lembaga ({ $count })
button-own-desk = 🗂 Kelola jawaban
button-own-write = ➕ Tulis jawaban
button-own-manage = 🗂 Kelola
button-own-keep = ✅ Simpan untuk semua anggota
button-own-propose = 📨 Usulkan ke admin
button-own-same = ✅ Masih berlaku
button-own-questions = ✏️ Contoh
button-own-answer = ✏️ Jawaban
button-own-steps = ✏️ Langkah
button-own-source = ✏️ Dasar
button-own-review = 📅 Tinjauan
button-own-history = 🕘 Naskah sebelumnya
button-own-decline = ✖️ Tidak disimpan
button-own-withdraw = ↩️ Tarik usulan
button-own-discard = 🗑 Buang draf
button-own-retire = 🗄 Tarik jawaban
button-own-empty = Kosongkan
button-own-months = { $count } bulan

deadline-entry-review = tinjauan jawaban lembaga
    .open = 🏢 Buka jawabannya
    .rule = tanggal tinjauan yang ditulis pada jawaban itu
