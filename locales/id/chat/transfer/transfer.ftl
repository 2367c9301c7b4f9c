# Pengalihan kasus ke lembaga lain di bot yang sama.

history-transfer-asked = 📦 pengalihan ke { $institution } diminta
history-transfer-refused = 📦 pengalihan ke { $institution } tidak disetujui
history-transfer-withdrawn = 📦 pengalihan ke { $institution } ditarik kembali
history-transfer-sent = 📦 pengalihan disetujui dan dikirim ke { $institution }
history-transfer-declined = 📦 { $institution } tidak menerima pengalihan
history-transfer-accepted = 📦 { $institution } menerima pengalihan
history-transfer-received = 📦 diterima dari { $institution }, di sana { $code }
card-transfer-asked = 📦 Pengalihan ke { $institution } menunggu supervisor sejak { $day }.
card-transfer-refused = 📦 Pengalihan ke { $institution } tidak disetujui, { $day }.
card-transfer-withdrawn = 📦 Pengalihan ke { $institution } ditarik kembali, { $day }.
card-transfer-sent = 📦 Dikirim ke { $institution } { $day }, menunggu jawabannya.
card-transfer-declined = 📦 Tidak diterima { $institution }, { $day }.
card-transfer-accepted = 📦 Dialihkan ke { $institution }, diterima { $day }.
card-transfer-received = 📦 Diterima dari { $institution } { $day }, di sana { $code }.
button-transfer = 📦 Dialihkan ke lembaga lain di bot ini
button-transfer-see = 📦 Pengalihan
button-packet = 📦 Berkas yang diterima
button-transfer-drop = ✖️ Tidak jadi
button-transfer-release = ✅ Setujui & kirim
button-transfer-refuse = ↩️ Tidak setuju
button-transfer-take = ✅ Terima
button-transfer-decline = ↩️ Tidak menerima
button-transfer-in = 📦 { $code } dari lembaga lain
button-transfer-out = 📦 { $code } ke lembaga lain
button-receiving-code = 📦 Kode penerimaan kasus
receiving-code =
    Kode penerimaan: <code>{ $code }</code>

    Berikan kepada pekerja sosial lembaga yang akan mengalihkan kasusnya ke sini. Berlaku satu kali, sampai { $until }. Supervisor di sini yang memutuskan diterima atau tidak.
receiving-nobody = Belum ada supervisor yang dapat menerima kasus di lembaga ini. Undang supervisor dulu.
transfer-no-supervisor = Pengalihan perlu persetujuan supervisor, dan supervisor Anda belum ada atau tidak bisa dihubungi. Sampaikan kepada admin.
transfer-code = Minta kode penerimaan kepada admin atau supervisor lembaga yang dituju, lalu tulis kodenya di sini.
transfer-code-unknown = Kode itu tidak dikenal, sudah dipakai, atau lewat masanya. Periksa tulisannya, atau minta yang baru.
transfer-nothing =
    <b>{ $code }</b> ke <b>{ $to }</b>

    Belum ada formulir yang selesai dan berlaku, jadi belum ada yang dapat ikut dialihkan.
transfer-which =
    <b>{ $code }</b> ke <b>{ $to }</b>

    Formulir mana yang disepakati untuk dibagikan? Hanya yang dicentang yang ikut ({ $chosen } dari { $total }); foto dan berkas tidak ikut.
transfer-none-chosen = Centang dulu sedikitnya satu formulir.
transfer-dropped = Pengalihan tidak jadi. Tidak ada yang terkirim.
transfer-who-allowed = Siapa yang mengizinkan isi itu dibagikan kepada <b>{ $to }</b>, atau apa dasarnya?
transfer-reason = Mengapa kasus ini dialihkan ke <b>{ $to }</b>? Alasannya dibaca supervisor Anda, dan { $to } bila menerima.
transfer-asked = Pengalihan <b>{ $code }</b> ke <b>{ $to }</b> menunggu persetujuan { $supervisor }. Belum ada yang terkirim.
transfer-title-out = 📦 <b>{ $code }</b> ke <b>{ $to }</b>, diminta { $name }
transfer-title-in = 📦 <b>{ $code }</b> dari <b>{ $from }</b>
transfer-status-asked = Menunggu supervisor sejak { $when }.
transfer-status-refused = Tidak disetujui, { $when }. Tidak ada yang terkirim.
transfer-status-withdrawn = Ditarik kembali, { $when }. Isinya sudah dihapus.
transfer-status-sent = Dikirim { $when }, menunggu jawaban { $to }.
transfer-status-declined = Tidak diterima { $to }, { $when }. Isinya sudah dihapus.
transfer-status-accepted = Diterima { $to }, { $when }.
transfer-forms = { $count } formulir: { $forms }
transfer-ground = Dasar membagikan: { $ground }
transfer-why = Alasan: { $reason }
transfer-answer = Jawaban: { $answer }
transfer-read-later = Isinya baru terbaca setelah Anda terima.
transfer-for-whom = Siapa yang akan melanjutkan <b>{ $code }</b> dari <b>{ $from }</b>?
transfer-no-workers = Untuk menerima <b>{ $code }</b> dari <b>{ $from }</b>, Anda perlu pekerja sosial yang Anda supervisi. Belum ada.
transfer-why-not = Mengapa tidak? Alasannya dibaca yang meminta.
transfer-taken = Diterima sebagai <b>{ $code }</b>, dilanjutkan { $name }.
packet-title = 📦 Yang diterima dari <b>{ $from }</b> (di sana { $code })
packet-without-files = Foto dan berkas tidak ikut. Setiap pembacaan tercatat.
packet-form = <b>{ $form }</b> · dari { $from } ({ $code })
notice-transfer-asked = { $name } meminta { $code } dialihkan ke lembaga lain. Menunggu persetujuan Anda.
notice-transfer-sent = Pengalihan { $code } ke { $to } disetujui dan terkirim.
notice-transfer-incoming = { $from } ingin mengalihkan kasus { $code } ke lembaga Anda, dengan { $count } formulir.
notice-transfer-refused = Pengalihan { $code } ke { $to } tidak disetujui.
notice-transfer-withdrawn = Pengalihan { $code } ke { $to } ditarik kembali.
notice-transfer-withdrawn-there = { $from } menarik kembali pengalihan { $code }. Tidak ada yang perlu Anda lakukan.
notice-transfer-accepted = { $to } menerima { $code }. Kasusnya ditutup di sini sebagai dialihkan.
notice-transfer-declined = { $to } tidak menerima { $code }. Kasusnya berjalan terus di sini.
notice-transfer-received = { $code } untuk Anda lanjutkan: diterima dari { $from }.
