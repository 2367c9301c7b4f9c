# Berkas atas banyak kasus: ekspor data, siapa yang menyetujui, dan apa isinya.

button-exports = 📤 Rekap dan ekspor
exports-title =
    <b>Rekap dan ekspor</b>
    Angka dan data seluruh lembaga, untuk disimpan di luar percakapan ini. Setiap berkas tercatat: siapa yang membuat, kapan, dan isinya apa.
button-export-waits = ❗ Ekspor menunggu keputusan Anda
button-export-data = 🗂 Ekspor data kasus
button-recap = 📊 Rekap PPKS
button-figures = 🏅 Angka untuk akreditasi
button-lembar = 📋 Lembar salin
button-primero = 🔁 Primero
button-make-xlsx = Excel (XLSX)
button-make-pdf = PDF

export-data-title =
    <b>Ekspor data kasus</b>
    Satu lembar untuk tiap pokok. Hanya kasus yang kliennya setuju datanya diproses, atau yang punya dasar hukum lain, yang ikut.
export-format-xlsx = Berkas: Excel (XLSX).
export-format-csv = Berkas: CSV, satu untuk tiap lembar, dalam satu arsip ZIP.
export-with-pseudonyms = Orang disebut dengan nama samaran. Orang yang sama selalu disebut sama, di semua lembar dan di ekspor berikutnya.
export-with-names = ⚠️ Orang disebut dengan namanya.
export-needs-second = ⚠️ Isinya bisa menunjuk orang. Anda akan diminta alasannya, dan satu orang lain, admin atau supervisor, perlu menyetujui.
button-export-columns = { $count } kolom
button-export-as-xlsx = Ganti ke Excel
button-export-as-csv = Ganti ke CSV
button-export-names = Dengan nama
button-export-pseudonyms = Dengan nama samaran
button-export-go = 📤 Buat ekspor
export-empty = Pilih dulu paling sedikit satu lembar dengan satu kolom.
export-columns-title =
    <b>{ $subject }</b>
    Pilih kolomnya. Kolom bertanda * bisa menunjuk orang: nama, tempat, nomor, atau yang ditulis dengan kata-kata sendiri.

export-reason-second = Untuk apa berkas ini, dan siapa yang akan memegangnya? Tulis dengan kata-kata Anda. Alasan ini dibaca orang yang menyetujui, dan tersimpan.
export-reason-reason = Untuk apa nama staf diperlukan? Tulis dengan kata-kata Anda. Alasan ini tersimpan, dan admin lain diberi tahu.
export-reason-nothing = Untuk apa berkas ini?
export-ordered = Sedang dibuat. Berkasnya masuk ke percakapan ini begitu selesai; Anda bisa melakukan yang lain dulu.
export-asked = Permintaan terkirim kepada admin dan supervisor lain. Berkas dibuat setelah satu dari mereka setuju. Permintaan ini berlaku { $days } hari.
export-nobody = Isi berkas ini perlu disetujui satu orang lain, dan belum ada admin atau supervisor lain yang bisa dihubungi. Undang dulu seorang admin atau supervisor, atau pilih kolom tanpa tanda *.
notice-export-asked = { $name } meminta ekspor yang berisi nama atau tulisan tentang klien. Bacalah alasannya, lalu putuskan.
notice-export-agreed = { $name } menyetujui ekspor Anda. Berkasnya sedang dibuat.
notice-export-declined = { $name } tidak menyetujui ekspor Anda.
notice-export-named = { $name } membuat berkas yang memuat nama staf: { $what }.
button-export-see = Lihat permintaan
button-export-yes = Setuju
button-export-no = Tidak setuju
button-export-cancel = Tarik permintaan

export-order-title =
    <b>Permintaan ekspor</b>
    Dari { $name }, { $at }.
export-order-kind = Isi: { $kind }.
export-order-sheet = • { $subject }: { $count } kolom
export-order-period = Masa: { $period }.
export-order-reason = Alasan: “{ $reason }”
export-was-draft = Belum dikirim.
export-was-asked = Menunggu keputusan.
export-was-waiting = Disetujui, sedang dibuat.
export-was-made = Sudah dibuat.
export-was-refused = Tidak jadi dibuat.
export-was-declined = Tidak disetujui.
export-was-cancelled = Ditarik kembali.
export-was-over = Lewat waktunya: tidak ada yang menyetujui.

export-kind-data = Ekspor data kasus
export-kind-recap = Rekap PPKS
export-kind-accreditation = Angka untuk akreditasi
export-kind-primero = Berkas untuk Primero
export-caption = 📤 { $name }
export-keep = Unduh sebelum hilang dari percakapan ini, dan simpan di tempat yang hanya bisa dibuka yang berhak. Hapus bila sudah tidak diperlukan.
export-refused = { $name } tidak jadi dibuat. Bila Anda masih admin, coba buat lagi; bila tetap gagal, sampaikan kode ini kepada yang mengurus bot: { $reference }.

export-about = Keterangan
export-about-what = Hal
export-about-text = Isi
export-about-made = Dibuat
export-made = { $name }, { $when }
export-about-cases = Kasus yang ikut
export-about-left-out = Kasus yang tidak ikut
export-about-people = Nama orang
export-about-named = Ditulis dengan nama, atas alasan yang tersimpan dan persetujuan orang kedua.
export-about-pseudonyms = Nama samaran: KL klien, PS staf, KR kerabat. Orang yang sama disebut sama di semua lembar dan di ekspor berikutnya. Klien dengan dua kasus yang dibuka terpisah punya dua nama samaran.
export-about-care = Menjaga berkas ini
export-about-care-text = Data pribadi yang disamarkan tetap data pribadi (UU 27/2022). Kolom bertanda * bisa menunjuk orang. Simpan hanya selama diperlukan.
export-left-out-none = Tidak ada
export-left-out-rule = Kasus tanpa persetujuan atau dasar hukum lain, yang dibekukan klien, dan yang dimusnahkan tidak dihitung.
export-left-out-no-consent = { $count } tanpa persetujuan atau dasar hukum lain
export-left-out-not-asked = { $count } yang persetujuannya belum ditanyakan
export-left-out-restricted = { $count } yang dibekukan atas permintaan klien
export-left-out-erased = { $count } yang datanya dimusnahkan

export-subject-cases = Kasus
export-subject-forms = Formulir
export-subject-contacts = Kontak
export-subject-sessions = Sesi
export-subject-goals = Tujuan
export-subject-evaluations = Evaluasi
export-subject-referrals = Rujukan
export-subject-aftercare = Bimbingan lanjut
export-subject-family = Keluarga
export-subject-deadlines = Tenggat
export-subject-supervision = Supervisi

export-column-client = Klien
export-column-worker = Pekerja sosial
export-column-supervisor = Supervisor
export-column-code = Kode kasus
export-column-level = Tingkat klien
export-column-age = Umur
export-column-birthDate = Tanggal lahir
export-column-stage = Tahap
export-column-openedAt = Dibuka
export-column-closedAt = Ditutup
export-column-outcome = Cara berakhir
export-column-daysOpen = Lama (hari)
export-column-lastContactOn = Kontak terakhir
export-column-sessions = Jumlah sesi
export-column-form = Formulir
export-column-sequence = Ke-
export-column-version = Versi formulir
export-column-status = Keadaan
export-column-startedAt = Dimulai
export-column-submittedAt = Dikirim
export-column-decidedAt = Diputuskan
export-column-answers = Jumlah jawaban
export-column-date = Tanggal
export-column-channel = Lewat
export-column-plan = Rencana ke-
export-column-goal = Tujuan ke-
export-column-attained = Tingkat tercapai (GAS)
export-column-attainedOn = Dinilai pada
export-column-tScore = Skor T
export-column-relative = Kerabat
export-column-deadline = Tenggat
export-column-statutory = Dari undang-undang
export-column-startsAt = Mulai
export-column-dueAt = Jatuh tempo
export-column-doneAt = Selesai
export-column-due = Hasil
export-column-heldOn = Tanggal supervisi
export-column-nextOn = Supervisi berikutnya
export-due-in-time = tepat waktu
export-due-late = terlambat
export-due-cancelled = tidak berlaku lagi
export-due-overdue = lewat waktu
export-due-open = berjalan
