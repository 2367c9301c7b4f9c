question-heading = { $form } · { $section } · { $number }/{ $of }
question-current = Jawaban sekarang: { $answer }
question-remark = 💬 <b>Perlu diperbaiki:</b> { $text }
question-confirm = <b>{ $answer }</b>. Betul?
question-answered = { $question } — <b>{ $answer }</b> ✓
question-gone = Pertanyaan ini sudah lewat. Tidak ada yang berubah.
question-basis = Dasar: { $work } { $article }.
question-disputed =
    { $name } sudah menjawab pertanyaan ini pada { $when }:
    <b>{ $theirs }</b>

    Jawaban Anda:
    <b>{ $mine }</b>

    Mana yang dipakai?
answer-skipped = (dilewati)
answer-none = (belum ada)
answer-spoken = 🎤 rekaman suara
answer-age = { $age } tahun
answer-age-months = { $age } tahun { $months } bulan
answer-months = { $months } bulan
answer-under-a-month = belum 1 bulan
answer-under-a-year = belum 1 tahun
button-see-photo = 📷 { $what }
button-see-voice = 🎙 { $what }
button-see-document = 📄 { $what }
stay-minutes = { $count } menit
stay-hours = { $count } jam
attachment-photo = 📷 foto
attachment-voice = 🎙 rekaman suara
attachment-document = 📄 dokumen
attachment-location = 📍 lokasi
case-closed-meanwhile = Kasus { $code } sudah ditutup, jadi jawaban itu tidak disimpan. Bila masih diperlukan, kasusnya bisa dibuka lagi.
round-closed = Formulir { $code } ini sudah dikirim, jadi jawabannya tidak bisa diubah lagi di sini.
form-left = Tersimpan. { $code } menunggu tepat di pertanyaan ini; lanjutkan kapan saja dengan /lanjut.
form-left-empty = { $code } menunggu tepat di pertanyaan ini. Belum ada yang tersimpan di formulir ini; mulai kapan saja dengan /lanjut.
sent-edited = Pesan yang disunting tidak mengubah jawaban. Untuk mengubahnya, tekan Kembali atau Ubah jawaban.
sent-via-bot = Pesan lewat bot lain tidak bisa menjadi jawaban. Tulis langsung di sini, ya.
sent-other = Itu belum bisa menjadi jawaban. Tulis dengan kata-kata, atau tekan salah satu tombol.
file-too-big = Berkas ini lebih dari 20 MB, batas yang bisa diambil bot dari Telegram. Kirim yang lebih kecil, misalnya foto halaman pentingnya.
file-type-refused = Jenis berkas ini tidak diterima. Yang bisa disimpan: foto, rekaman suara, PDF, dan dokumen Word atau Excel.
recording-kept = 🎤 Rekamannya tersimpan sebagai jawaban <b>{ $question }</b>. Bila ingin menuliskannya juga, balas pesan ini.
recording-and-words = 🎤 Rekamannya tersimpan bersama jawaban ini. Tulis juga jawabannya, singkat saja.
kept-with-answer = Tersimpan bersama jawaban <b>{ $question }</b>, karena terkirim sebelum pertanyaan berikutnya muncul.
press-a-button = Tekan salah satu tombol di atas, ya.
entry-outdated = Bot baru saja diperbarui, jadi pertanyaan tadi sudah tidak berlaku. Belum ada yang disimpan. Silakan mulai lagi dari menu.
words-added = Saya tambahkan ke jawaban <b>{ $question }</b>, karena terkirim sebelum pertanyaan berikutnya muncul.
words-not-added = Belum ditambahkan ke jawaban <b>{ $question }</b>.
words-for-which = Pesan ini untuk pertanyaan yang mana?
words-replace-or-add =
    <b>{ $question }</b> sudah terjawab:
    { $answer }

    Diganti dengan pesan ini, atau ditambah?
words-dropped = Baik, pesan itu tidak dipakai sebagai jawaban.
button-words-for = ✏️ { $question }
button-words-replace = 🔁 Ganti
button-words-add = ➕ Tambahkan
button-words-drop = Bukan jawaban
words-answer-or-question = Ini jawaban atau pertanyaan?
button-it-is-an-answer = ✏️ Jawaban
question-what-fits =
    Yang muat saya simpan dulu sebagai draf:
    <blockquote expandable>{ $draft }</blockquote>
button-use-what-fits = 💾 Pakai draf ini
button-said-before = ↪️ { $answer }

family-client = Klien
