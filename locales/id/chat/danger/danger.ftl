# Bahaya saat ini: ditampilkan sebelum yang lain ditanyakan.

notice-danger = ⚠️ { $code }: pekerja sosial mencatat bahaya yang sedang berlangsung. Mohon segera dihubungi.
danger-first = ⚠️ <b>Utamakan keselamatan dulu.</b>
danger-numbers = Nomor darurat: 112 (semua keadaan), 110 (polisi), 119 (medis), 129 atau WA 08111-129-129 (SAPA, perempuan dan anak). Pastikan juga nomor setempat, misalnya UPTD PPA dan dinas sosial.
danger-supervisor-told = Supervisor Anda sudah diberi tahu, tanpa nama klien.
danger-no-supervisor = Supervisor belum bisa diberi tahu lewat bot. Hubungi pimpinan Anda langsung.
danger-suicide = <b>Bahaya bunuh diri</b>
danger-violence-ongoing = <b>Kekerasan sedang berlangsung</b>
danger-medical = <b>Gawat medis</b>
danger-abandoned-child = <b>Anak telantar</b>
button-open-case = Buka kasus
button-go-on = ▶️ Lanjutkan formulir
