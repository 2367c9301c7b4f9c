# Supervisi: siapa menyupervisi saya, dan meja supervisor: apa yang perlu dilihat sekarang.

supervision-title = <b>Supervisi</b>
supervision-mine = Supervisor Anda: { $name }. Ia dapat membaca kasus Anda dan memutuskan formulir yang menunggu persetujuan.
supervision-nobody = Supervisor Anda belum ditunjuk. Mintalah admin lembaga menunjuknya; formulir yang perlu persetujuan menunggu sampai ada.
supervision-unreachable = Supervisor Anda: { $name }, sedang tidak bisa dihubungi lewat bot. Formulir yang perlu persetujuan menunggu; admin lembaga dapat menunjuk penggantinya.
supervision-admin = Anda tidak memegang kasus dan tidak menyupervisi. Siapa menyupervisi siapa diatur di 👤 Anggota.

desk-clock = ⏳ <b>Batas waktu undang-undang</b> ({ $count })
desk-decision = ✍️ <b>Menunggu keputusan Anda</b> ({ $count })
desk-question = 💬 <b>Pertanyaan untuk Anda</b> ({ $count })
desk-late = ⏰ <b>Baru terlambat sejak kemarin</b> ({ $count })
desk-silent = 📆 <b>Tanpa kontak { $days } hari atau lebih</b> ({ $count })
desk-rest = … dan { $count } lagi
desk-nothing = Tidak ada yang menunggu Anda sekarang.
desk-no-case = tanpa kasus
desk-of = Hanya: <b>{ $name }</b>
desk-whose = Kasus siapa yang ingin Anda lihat?
desk-age = { $days ->
    [0] hari ini
    [1] sejak kemarin
   *[other] { $days } hari
 }
desk-silent-for = { $age } tanpa kontak
button-desk-clock = ⏳ Semua batas waktu ({ $count })
button-desk-decision = ✍️ Semua keputusan ({ $count })
button-desk-question = 💬 Semua pertanyaan ({ $count })
button-desk-late = ⏰ Semua yang baru terlambat ({ $count })
button-desk-silent = 📆 Semua tanpa kontak ({ $count })
button-desk-worker = 👤 Satu orang saja
button-worker-cases = 📂 Kasusnya
button-worker-tasks = 👥 Tugasnya
button-desk-everybody = 👥 Seluruh tim
button-desk-all = ↩️ Semua bagian

supervise-day = <b>{ $whose }</b>: kapan supervisinya? Tekan tombol, atau tulis tanggalnya.
supervise-next = Kapan dibicarakan lagi? Tekan tombol, atau tulis tanggalnya. Saya ingatkan sehari sebelumnya dan pada harinya.
supervise-points = <b>{ $whose }</b>: apa yang disepakati? Tulis dalam satu pesan, tanpa nama klien. Hanya Anda dan pekerja sosialnya yang dapat membaca.
supervise-kept = ✓ Catatan supervisi tersimpan.
button-in-weeks = { $count } minggu lagi
button-left-open = Belum ditentukan
button-supervise = 📝 Catat supervisi
button-supervision-notes = 🗒 Catatan supervisi
button-read-supervision = 📖 Baca catatannya
supervision-notes = <b>Catatan supervisi { $name }</b> ({ $count })
supervision-note = <b>{ $day }</b> · { $name }
supervision-note-case = <b>{ $day }</b> · { $name } · { $code }
supervision-next = Lanjutan: { $day }
notice-supervision = 📝 { $name } mencatat supervisi dengan Anda.
notice-supervision-case = 📝 { $name } mencatat supervisi tentang { $code }.

session-unread = 📖 <b>Catatan sesi</b> · { $code } · { $name } · { $count } belum dibaca
sessions-end = { $count ->
    [0] Semua catatan sesi baru sudah Anda baca.
   *[other] Sampai di sini. { $count } catatan sesi belum dibaca.
 }
button-sessions = 📖 Catatan sesi baru ({ $count })
button-session-read = ✓ Sudah dibaca
button-session-next = ⏭ Berikutnya
button-sessions-again = ↩️ Dari awal

team-title = <b>Tim Anda</b> ({ $count })
team-line = • { $name }: { $cases } kasus berjalan, { $waiting } menunggu Anda, { $overdue } terlambat
team-more = … dan { $count } orang lagi
team-stages = Menurut tahap: { $stages }
team-none = Belum ada yang Anda supervisi. Admin lembaga yang menentukannya.
