# Menit pertama: penyiapan lembaga, undangan, dan pemberitahuan tentang data yang disimpan.

stranger =
    Selamat datang di Pendamping, bot yang menemani pekerja sosial mencatat kasus.

    Untuk masuk, Anda perlu tautan undangan dari admin lembaga Anda. Sudah punya? Tekan tautannya sekali lagi.
suspended = Akses Anda di { $organization } sedang ditangguhkan oleh admin lembaga. Catatan Anda tetap tersimpan. Hubungi admin lembaga bila ini keliru.
button-go-to = Ke { $organization }

setup-name =
    Selamat datang. Mari siapkan lembaga Anda; hanya tiga pertanyaan.

    Apa nama lembaga Anda?
setup-zone = Di zona waktu mana lembaga Anda? Tenggat dihitung menurut zona ini.
setup-admin = Terakhir: bagaimana Anda ingin disebut? Misalnya Bu Sari.
setup-done = <b>{ $organization }</b> sudah siap, dan Anda adminnya.
setup-code-unknown = Kode ini tidak dikenal, sudah dipakai, atau lewat masanya. Minta yang baru kepada pengelola bot.
zone-jakarta = WIB (Jakarta)
zone-makassar = WITA (Makassar)
zone-jayapura = WIT (Jayapura)

invitation-welcome = Selamat datang, { $name }. Anda kini anggota <b>{ $organization }</b> sebagai { $roles }.
invitation-unknown = Undangan ini tidak dikenal, atau sudah dibatalkan. Pastikan tautannya ditekan utuh, atau minta yang baru kepada admin lembaga Anda.
codes-refused = Sudah { $count } kode yang salah. Tunggu satu jam, lalu tekan tautan undangan Anda sekali lagi, atau minta yang baru kepada admin lembaga.
invitation-used = Undangan ini sudah dipakai; setiap tautan hanya berlaku satu kali. Minta yang baru kepada admin lembaga Anda, ya.
invitation-expired = Undangan ini sudah lewat masanya. Minta yang baru kepada admin lembaga Anda, ya.
invitation-already-member = Anda sudah menjadi anggota di sini, jadi undangan ini tidak mengubah apa pun.
invitation-suspended = Akses Anda di lembaga itu sedang ditangguhkan, jadi undangan ini belum bisa dipakai. Hubungi admin lembaga.

notice-joined = { $name } sudah bergabung lewat undangan Anda.
notice-joined-team = { $name } sudah bergabung, dan Anda supervisornya.

role-worker = pekerja sosial
role-supervisor = supervisor
role-admin = admin lembaga

consent-notice =
    Sebelum mulai, mohon dibaca: apa yang terjadi dengan data Anda.

    <b>Yang disimpan.</b> Nama Anda, nomor akun Telegram Anda, yang Anda catat tentang klien, serta kapan Anda membuka dan mengubahnya.
    <b>Untuk apa.</b> Agar pelayanan tercatat utuh, tersupervisi, dan tidak ada yang terlewat.
    <b>Siapa yang membaca.</b> Anda dan supervisor Anda; supervisor lain hanya bila mendesak, dan Anda langsung diberi tahu. Admin melihat jumlah, kode, tahap, dan tenggat kasus Anda, bukan isinya. Untuk laporan ia dapat mengeluarkan data kasus dengan nama samaran; dengan nama hanya atas alasan tertulis dan persetujuan orang kedua.
    <b>Di mana.</b> Tersandi di server { $organization }. Pesan Telegram sendiri tidak tersandi ujung ke ujung.
    <b>Berapa lama.</b> Selama lembaga memerlukannya.

    Anda boleh menolak, dan boleh menarik persetujuan kapan saja lewat /privasi.
consent-more =
    <b>Selengkapnya tentang data Anda</b>

    <b>Yang bertanggung jawab</b>
    { $organization } adalah pengendali data. Pertanyaan dan permintaan Anda diajukan kepada admin atau pimpinannya.

    <b>Dasarnya</b>
    Persetujuan Anda (UU 27/2022 Pasal 20 ayat (2) huruf a). Tanpa persetujuan, bot tidak mencatat apa pun lewat Anda.

    <b>Yang disimpan tentang Anda</b>
    • nama atau sebutan, peran, dan supervisor Anda
    • nomor akun Telegram dan bahasa yang Anda pilih; nomor telepon tidak
    • kapan Anda bergabung dan menyetujui pemberitahuan ini
    • jejak kerja: kapan Anda membuka, mengisi, mengubah, atau memutuskan sesuatu, tanpa isinya

    <b>Yang Anda catat tentang klien</b>
    Jawaban formulir, foto, rekaman, dan dokumen. Persetujuan klien sendiri ditanyakan di formulir pendekatan awal.

    <b>Untuk apa</b>
    Menjalankan tahap pelayanan, supervisi, mengingatkan tenggat, dan mempertanggungjawabkan pelayanan. Tidak dijual, tidak dipakai untuk iklan.

    <b>Siapa yang dapat membaca</b>
    • Anda: kasus Anda sendiri
    • supervisor Anda: kasus yang Anda pegang
    • pekerja sosial lain: hanya bila kasusnya dialihkan kepadanya
    • supervisor lain di lembaga: hanya bila mendesak, dengan alasan, selama 3 jam; Anda, supervisor Anda, dan admin langsung diberi tahu
    • admin: nama, peran, dan STR Anda, kapan Anda terakhir aktif; jumlah, kode, tahap, dan tenggat kasus; bukan isinya; untuk laporan, data kasus dengan nama samaran, atau dengan nama atas alasan tertulis dan persetujuan orang kedua
    • pengelola server lembaga memegang kunci sandinya, dan terikat kewajiban menjaga rahasia
    Setiap pembacaan kasus tercatat, juga yang ditolak. Anda melihatnya di 🗂 Riwayat kasus, tombol 👁 Siapa membuka kasus ini.

    <b>Tentang Telegram</b>
    Percakapan dengan bot lewat server Telegram dan tersimpan di sana serta di ponsel Anda. Telegram dapat membukanya secara teknis: percakapan bot tidak tersandi ujung ke ujung. Karena itu daftar dan pemberitahuan memakai kode kasus, bukan nama. Nama yang ditampilkan, berkas, dan jawaban identitas yang Anda ketik dihapus dari percakapan setelah waktu yang diatur lembaga; yang memuat kasus juga dihapus begitu Anda tidak boleh lagi membacanya. Yang lebih tua dari 48 jam tidak bisa dihapus bot. Kunci ponsel Anda, dan hapus percakapan bila perlu; catatan di server lembaga tetap ada.

    <b>Berapa lama</b>
    Data keanggotaan: selama Anda anggota. Catatan kasus: selama lembaga memerlukannya menurut aturan arsipnya. Undang-undang tidak menetapkan jumlah tahunnya, dan bot ini tidak menghapus kasus dengan sendirinya: setelah masa simpan yang ditetapkan lembaga, dua orang harus menyetujuinya.

    <b>Hak Anda</b> (UU 27/2022 Pasal 5–13)
    Mendapat penjelasan, melihat dan mendapat salinan, memperbaiki, menunda atau membatasi, menghapus menurut aturan, dan menarik persetujuan. Lihat dan perbaiki data Anda di /privasi. Menarik persetujuan berlaku saat itu juga; undang-undang memberi lembaga paling lama 3 × 24 jam (Pasal 40).
consent-thanks = Terima kasih, persetujuan Anda tercatat.
consent-thanks-admin = Terima kasih, persetujuan Anda tercatat. Langkah berikutnya: undang supervisor dulu, lalu pekerja sosial yang disupervisinya.
consent-declined =
    Baik, tidak apa-apa. Bot tidak mencatat apa pun lewat Anda. Yang tetap tersimpan: nama dan nomor akun Telegram Anda dalam daftar anggota, dan yang mungkin sudah Anda catat sebelumnya.

    Bila berubah pikiran, buka /mulai. Untuk keluar dan menghapus data Anda sendiri, buka /privasi.
button-agree = Saya setuju
button-read-more = Baca selengkapnya
button-read-again = Baca lagi
button-not-now = Tidak jadi
