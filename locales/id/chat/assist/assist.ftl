# Bantuan dari luar yang boleh dipakai: transkripsi rekaman, dan usulan jawaban dari catatan.
button-assist = ✨ Bantuan otomatis
assist-name-transcription = Transkripsi
assist-name-language = Usulan jawaban
assist-service = <b>{ $name }</b> · { $host }
assist-leaves-transcription = Yang dikirim: rekaman suaranya. Nama dan hal lain yang disebut di dalamnya tidak bisa disamarkan.
assist-leaves-language = Yang dikirim: catatan Anda dan pertanyaan formulir yang belum terjawab. Nama, NIK, nomor telepon, dan alamat yang dikenal dari kasus disamarkan dulu; kata-kata lain tetap terbaca.
assist-title =
    ✨ <b>Bantuan otomatis</b>

    Mati, kecuali Anda nyalakan. Alamat layanannya ditentukan pengelola server bot ini.
assist-on = Menyala
assist-off = Mati
assist-terms =
    Baru dipakai bila pekerja sosialnya setuju dan klien kasusnya setuju. Bahaya, persetujuan, situasi hukum, dan risiko tidak pernah diusulkan. Setiap usulan dipastikan satu per satu oleh pekerja sosial.

    Bila alamat layanannya berganti, bantuan ini mati lagi sampai dinyalakan.

assist-own-title = ✨ <b>Bantuan otomatis</b> · persetujuan Anda
assist-own-state-yes = Anda setuju ({ $when }).
assist-own-state-no = Anda tidak setuju ({ $when }).
assist-own-state-none = Anda belum ditanya.
button-assist-agree = ✅ Setuju: { $name }
button-assist-take-back = ↩️ Tarik: { $name }
assist-client-title = ✨ <b>Bantuan otomatis</b> · persetujuan klien <b>{ $code }</b>
assist-client-state-yes = Klien setuju ({ $when }, dicatat { $name }).
assist-client-state-no = Klien tidak setuju ({ $when }, dicatat { $name }).
assist-client-state-none = Klien belum ditanya.
button-assist-client = ✨ Bantuan otomatis
button-assist-client-agrees = ✅ Klien setuju: { $name }
button-assist-client-back = ↩️ Klien menarik: { $name }

assist-ask-own =
    Layanan ini di luar bot: <b>{ $host }</b>.
    { $what }

    Anda setuju memakainya? Persetujuan ini bisa ditarik kapan saja lewat /privasi.
button-assist-own-yes = ✅ Setuju
button-assist-own-no = Tidak
button-assist-own-later = Nanti saja
assist-own-yes = ✓ Persetujuan Anda tercatat.
assist-own-no = Baik, tidak ada yang dikirim. Bila berubah pikiran, lihat /privasi.
assist-own-later = Baik, tidak ada yang dikirim.
assist-ask-client =
    Sudahkah klien <b>{ $code }</b>, atau walinya, menyetujui ini? Jelaskan dulu bahwa sebagian dibaca oleh <b>{ $host }</b>.
    { $what }
button-assist-client-yes = ✅ Klien setuju
button-assist-client-no = Klien tidak setuju
button-assist-client-later = Belum ditanya
assist-client-yes = ✓ Persetujuan klien tercatat.
assist-client-no = Tercatat: klien tidak setuju. Tidak ada yang dikirim.
assist-client-later = Baik, tidak ada yang dikirim. Tanyakan dulu kepada klien.

assist-on-its-way-transcription = 🔤 Kata-katanya sedang dituliskan. Anda boleh lanjut.
assist-on-its-way-language = ✨ Usulannya sedang disiapkan. Anda boleh lanjut.
assist-failed-transcription = Rekaman di <b>{ $code }</b> belum bisa dituliskan. Rekamannya tetap tersimpan; silakan tulis sendiri.
assist-failed-language = Usulan untuk <b>{ $code }</b> belum bisa dibuat. Catatannya tetap tersimpan; silakan jawab sendiri.

button-hear = 🔤 Tuliskan kata-katanya
heard =
    🎤 <b>{ $code }</b> · ini yang terdengar:
    { $words }

    Belum tersimpan sebagai jawaban.
button-heard-use = ✅ Pakai
button-heard-write = ✏️ Tulis sendiri
button-heard-drop = Buang
heard-dropped = Tidak dipakai. Rekamannya tetap tersimpan.

button-propose-answers = ✨ Usulkan jawaban
proposals-offer = Catatan ini panjang. Mau diusulkan jawaban pertanyaan lain darinya?
proposal =
    ✨ Usulan { $number } dari { $of } · <b>{ $code }</b>
    { $question }
    <b>{ $answer }</b>

    Dari catatan: «{ $quote }»
    Betul?
proposals-none = Tidak ada usulan untuk <b>{ $code }</b> yang bisa dibuktikan dari catatannya. Silakan jawab sendiri.
proposals-nothing-open = Semua yang boleh diusulkan sudah terjawab.
proposals-done = ✨ <b>{ $code }</b> · { $taken } dari { $of } usulan dipakai.
summary-origin = 🎤 dituliskan layanan, ✨ diusulkan layanan; masing-masing dipastikan pekerja sosial.
consent-more-assist =
    <b>Bantuan otomatis</b>
    { $organization } menyalakan bantuan dari luar: { $services }. Dipakai hanya bila Anda setuju, dan klien kasusnya setuju.
