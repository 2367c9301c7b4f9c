# Anggota, undangan, supervisi, dan data diri.

members-title = <b>Anggota lembaga</b> ({ $total })
roster-cases = { $cases } kasus berjalan
roster-overdue = { $count } terlambat ❗️
roster-active = { $days ->
    [0] aktif hari ini
    [1] terakhir aktif kemarin
   *[other] terakhir aktif { $days } hari lalu
 }
roster-never-active = belum pernah aktif
roster-str-not-recorded = STR: belum dicatat
roster-str-undated = STR: tercatat, tanpa tanggal berakhir
roster-str-valid = STR: berlaku sampai { $day }
roster-str-expired = STR: berakhir { $day } ❗️
late-title = <b>Yang terlambat</b> ({ $count })
late-title-of = <b>Yang terlambat</b>: { $name } ({ $count })
late-nothing = Tidak ada yang terlambat. 🌱
button-late-list = ⏰ Yang terlambat
button-late = ⏰ Terlambat ({ $count })
member-title = <b>{ $name }</b> · { $roles }
member-supervisor = Supervisor: { $name }
member-no-supervisor = Supervisor: belum ada ❗️
member-cases = Kasus berjalan: { $count }
member-supervises = Menyupervisi ({ $count }): { $names }
member-since = Bergabung: { $date }
member-is-suspended = ⛔ Ditangguhkan: tidak bisa membaca atau mencatat apa pun.
member-is-blocked = 🔕 Memblokir bot: pesan dan pengingat tidak sampai.
member-not-consented = Belum menyetujui pemberitahuan data, jadi belum bisa mencatat.
mark-suspended = ⛔ ditangguhkan
mark-blocked = 🔕 memblokir bot
button-set-supervisor = 🤝 Tunjuk supervisor
button-roles = 🎭 Peran
button-give-cases = 🔀 Alihkan kasus
button-suspend = ⛔ Tangguhkan
button-suspend-yes = Ya, tangguhkan
button-reinstate = ✅ Pulihkan akses
button-all-members = 👤 Semua anggota

member-supervisor-which = Siapa yang menyupervisi { $name }?
member-no-supervisors = Belum ada supervisor lain. Undang seorang supervisor, atau tambahkan peran itu kepada anggota lewat 🎭 Peran.
member-supervisor-set = ✓ Supervisornya sekarang { $name }.
member-suspend-sure = Tangguhkan <b>{ $name }</b>? Ia tidak bisa membaca atau mencatat apa pun sampai aksesnya dipulihkan. Kasus berjalannya ({ $cases }) tetap atas namanya sampai Anda alihkan.
stranded-cases = Kasus yang ditinggalkan ({ $count }): { $codes }
stranded-clocks = ⏳ Batas waktu undang-undang berjalan di { $count } kasus: { $codes }
stranded-overdue = Terlambat: { $count }
member-suspended = ✓ Aksesnya ditangguhkan.
member-reinstated = ✓ Aksesnya dipulihkan.
member-give-which = Kepada siapa kasus berjalan { $name } dialihkan?
member-no-workers = Belum ada pekerja sosial lain yang aktif untuk menerima kasusnya.
member-given = ✓ { $cases } kasus kini dipegang { $name }.
member-roles = Peran <b>{ $name }</b>. Tekan untuk menambah atau mencabut.
member-roles-supervises = Bila peran supervisor dicabut, { $count } orang yang disupervisinya menjadi tanpa supervisor.
fault-last-admin = Ini satu-satunya admin yang aktif. Jadikan orang lain admin dulu.
fault-open-cases = Ia masih memegang kasus yang berjalan. Alihkan dulu kasusnya.
fault-no-role = Setiap anggota memerlukan paling sedikit satu peran. Untuk menghentikan aksesnya, pakai ⛔ Tangguhkan.
role-given-up = Baik, Anda bukan lagi admin lembaga.

notice-supervisor = Supervisor Anda sekarang { $name }. Ia dapat membaca kasus yang Anda pegang.
notice-supervising = Anda sekarang menyupervisi { $name }.
notice-worker-suspended = Akses { $name }, yang Anda supervisi, ditangguhkan. { $count } kasusnya menunggu pengganti: { $codes }. { $clocks ->
    [0] Pengingatnya kini datang kepada Anda.
   *[other] Batas waktu undang-undang berjalan di { $clocks } kasus: { $running }. Pengingatnya kini datang kepada Anda.
 }
notice-suspended = Akses Anda di { $organization } ditangguhkan oleh admin lembaga. Catatan Anda tetap tersimpan.
notice-reinstated = Akses Anda di { $organization } sudah dipulihkan. Buka /mulai untuk melanjutkan.
notice-roles = Peran Anda di lembaga sekarang: { $roles }.
notice-cases-received = { $cases } kasus dari { $name } kini Anda pegang: { $codes }.
notice-cases-given = { $cases } kasus Anda dialihkan kepada { $name }: { $codes }.
notice-cases-moved = { $cases } kasus dialihkan dari { $from } kepada { $to }, yang Anda supervisi: { $codes }.
notice-cases-left = { $cases } kasus { $from } dialihkan kepada { $to } dan tidak bisa Anda buka lagi: { $codes }.
notice-withdrew = { $name } menarik persetujuannya atas penyimpanan data, jadi tidak bisa mencatat atau memutuskan lagi.{ $cases ->
    [0] {""}
   *[other] {" "}Kasus berjalannya: { $cases }; alihkan bila perlu.
 }{ $team ->
    [0] {""}
   *[other] {" "}Ia menyupervisi { $team } orang, dan { $waiting } hal menunggu keputusannya: tunjuk supervisor lain lewat 👤 Anggota.
 } Mohon bicarakan dengannya.

invite-roles = Siapa yang Anda undang? Tandai perannya; boleh lebih dari satu.
invite-no-role = Tandai paling sedikit satu peran.
invite-as = Mengundang: { $roles }
invite-name = Siapa namanya? Tulis seperti ia biasa disebut, misalnya Bu Ratna.
invite-supervisor = Siapa supervisor { $name }?
invite-no-supervisors = Belum ada supervisor di lembaga ini. { $name } bisa diundang sekarang, dan supervisornya ditunjuk kemudian di kartunya.
button-no-supervisor-yet = Nanti saja
button-more-names = Nama lain ▶️
invite-done = ✓ Undangan untuk <b>{ $name }</b> ({ $roles }) siap.
invite-done-supervisor = Supervisornya: { $name }.
invite-forward = Teruskan pesan di bawah ini kepadanya, hanya kepadanya.
invite-message =
    Anda diundang ke { $organization } sebagai { $roles }. Tekan tautan ini, lalu tekan Mulai:
    { $link }

    Hanya untuk Anda, sekali pakai, berlaku sampai { $until }.
invite-next = Anda akan diberi tahu begitu undangan dipakai.
invite-too-many = Sudah ada { $most } undangan yang belum dipakai. Batalkan yang tidak perlu dulu.
button-invite-another = ✉️ Undang lagi
button-open-invitations = ✉️ Undangan belum dipakai
button-revoke = ✖️ Batalkan: { $name }
invites-title = <b>Undangan yang belum dipakai</b>
invites-none = Tidak ada undangan yang belum dipakai.
invites-line = • { $name } ({ $roles }), sampai { $until }
invite-revoked = ✓ Undangan dibatalkan. Tautannya tidak berlaku lagi.
invite-gone = Undangan itu sudah dipakai atau sudah dibatalkan.

privacy-own =
    <b>Data Anda di { $organization }</b>

    Nama: { $name }
    Akun Telegram: { $account }
    Peran: { $roles }
    Bergabung: { $since }
    Setuju sejak: { $consented }
    Jejak kerja: { $traces } catatan (kapan Anda membuka atau mengubah sesuatu, tanpa isinya)

    Ditambah yang Anda catat tentang klien.
    <b>Yang dapat membaca:</b> Anda dan supervisor Anda; admin hanya nama, peran, dan STR Anda, kapan Anda terakhir aktif, serta jumlah, kode, tahap, dan tenggat kasus.
privacy-stranger =
    <b>Data Anda</b>

    Yang disimpan tentang Anda hanya nomor akun Telegram ({ $account }), bahasa bila Anda memilihnya, keanggotaan lembaga bila ada, dan waktunya bila Anda mengirim kode undangan yang salah. Pesan Anda tidak disimpan setelah diproses.

    Pesan Telegram sendiri tidak tersandi ujung ke ujung.
button-correct-name = ✏️ Perbaiki nama
button-withdraw = Tarik persetujuan
button-withdraw-yes = Ya, tarik persetujuan saya
own-name = Bagaimana Anda ingin disebut?
own-name-kept = ✓ Anda kini disebut <b>{ $name }</b>.
withdraw-sure =
    <b>Menarik persetujuan</b>

    Mulai saat itu bot tidak mencatat apa pun lewat Anda, dan Anda tidak bisa membuka kasus di sini. Catatan kasus yang sudah ada tetap milik berkas klien di lembaga. Supervisor Anda, atau admin, diberi tahu.

    Anda bisa setuju lagi kapan saja. Untuk keluar dan menghapus data Anda sendiri, buka /privasi.
withdraw-cases = Kasus berjalan Anda: { $count }. Bicarakan dulu siapa yang meneruskannya, supaya klien tidak menunggu.
withdrawn = Persetujuan Anda sudah ditarik. Bot tidak mencatat apa pun lagi lewat Anda.

notice-supervising-ended = { $name } sekarang disupervisi { $supervisor }. Kasusnya tidak bisa Anda buka lagi.
notice-supervisor-suspended = Supervisor Anda, { $name }, sedang tidak aktif. Formulir yang perlu persetujuan menunggu sampai ia kembali atau admin menunjuk penggantinya.
notice-supervisor-back = Supervisor Anda, { $name }, sudah aktif lagi.
notice-supervisor-gone = { $name } tidak lagi menjadi supervisor Anda. Yang perlu diputuskan menunggu sampai admin lembaga menunjuk penggantinya.
member-stranded = Yang disupervisinya: { $names }. { $waiting ->
    [0] Tidak ada yang menunggu keputusannya.
   *[other] { $waiting } hal menunggu keputusannya.
 }

register-permits = <b>STR dan SIPPS</b> ({ $total })
register-requests = <b>Permintaan klien atas datanya</b> ({ $total })
register-breaches = <b>Data bocor</b> ({ $total })
register-nothing = Belum ada yang tercatat.
register-permit = • { $name }
register-span = • { $whose }: sejak { $since }, paling lambat { $due }
register-open = berjalan
register-late = terlambat ❗️
register-met = dipenuhi { $at }
button-register-permits = 🪪 STR/SIPPS
button-register-requests = 🔏 Hak klien
button-register-breaches = 📤 Kebocoran

withdrawn-own = 🧹 { $count } pesan tentang kasus di percakapan ini lebih tua dari 48 jam; Telegram tidak mengizinkan saya menghapusnya. Mohon hapus sendiri.
withdrawn-older = 🧹 { $count } pesan tentang kasus di percakapannya lebih tua dari 48 jam; Telegram tidak mengizinkan saya menghapusnya. Mintalah ia menghapusnya sendiri.
