# Catatan kebocoran data menurut UU 27/2022 Pasal 46.

breach-title = <b>📤 Kebocoran data { $code }</b>
    Diketahui { $known }. Batas pemberitahuan tertulis: { $due }.
breach-line = <b>{ $label }</b>: { $text }
breach-unreadable = Catatannya tidak terbaca ({ $code }).
breach-field-what = Apa yang terjadi
    .ask = Apa yang terjadi? Tulis singkat, tanpa nama klien.
breach-field-since = Sejak kapan
    .ask = Sejak kapan data terungkap? Tulis tanggal dan jamnya, atau perkiraannya, misalnya: 20 November 2026, sekitar 09.00.
breach-field-whose = Data siapa
    .ask = Data siapa saja? Tulis kode kasusnya (K-2026-0001, K-2026-0007), atau: semua kasus.
breach-field-data = Data apa
    .ask = Data apa yang terungkap? Misalnya: nama, alamat, catatan asesmen, foto.
breach-field-how = Bagaimana terungkap
    .ask = Bagaimana data itu terungkap? Misalnya: ponsel pekerja sosial hilang tanpa kunci.
breach-field-measures = Penanganan
    .ask = Apa yang sudah dan akan dilakukan untuk menangani dan memulihkannya?
breach-field-effect = Akibatnya
    .ask = Apa akibatnya, atau yang mungkin terjadi, bagi pemilik data?
breach-unknown-codes = Tidak ada kasus dengan kode { $codes }. Periksa lagi, atau tulis: semua kasus.
breach-letter-missing = Surat dapat dibuat setelah terisi: sejak kapan, data siapa, data apa, bagaimana terungkap, dan penanganannya (Pasal 46 ayat (2)).
breach-told-subject = ✉️ Pemilik data diberi tahu tertulis, { $at }
breach-told-authority = ✉️ Lembaga pengawas diberi tahu tertulis, { $at }
breach-told-public = 📣 Diumumkan kepada masyarakat, { $at }
breach-ended = Batas waktunya sudah dipenuhi.
button-breach-card = { $code } · { $known }
button-breach-field = ✏️ { $label }
button-breach-subject = 📄 Surat untuk pemilik data
button-breach-authority = 📄 Surat untuk lembaga pengawas
button-breach-told-subject = ✅ Sudah dikirim ke pemilik data
button-breach-told-authority = ✅ Sudah dikirim ke lembaga pengawas
button-breach-told-public = 📣 Sudah diumumkan

paper-breach-subject = Surat pemberitahuan kebocoran data
paper-breach-authority = Pemberitahuan kebocoran data kepada lembaga
breach-letter-about = Pemberitahuan kegagalan pelindungan data pribadi
breach-letter-to-subject = Pemilik data, klien kami
breach-letter-to-authority = Lembaga yang menyelenggarakan pelindungan data pribadi
breach-letter-opening-subject = Dengan menyesal kami memberitahukan bahwa data pribadi Anda yang kami simpan telah terungkap kepada yang tidak berhak. Pemberitahuan ini diwajibkan UU Nomor 27 Tahun 2022 Pasal 46.
breach-letter-opening-authority = Sesuai dengan UU Nomor 27 Tahun 2022 Pasal 46, kami memberitahukan kegagalan pelindungan data pribadi pada lembaga kami sebagai berikut.
breach-letter-known = Diketahui
breach-letter-contact = Kontak
breach-letter-closing-subject = Anda boleh bertanya, melihat data Anda, meminta perbaikan atau penghapusan, dan mengadu. Bila Anda merasa terancam karena kejadian ini, segera hubungi kami.
breach-letter-closing-authority = Pemilik data kami beri tahu secara terpisah. Keterangan tambahan kami sampaikan bila diperlukan.
breach-letter-signs = Pimpinan lembaga
