# Mengalihkan kasus dan mengganti supervisor: memilih kasusnya, alasannya, dan persetujuan orang kedua.

give-which =
    Kasus mana yang dialihkan dari <b>{ $from }</b> kepada <b>{ $to }</b>? Tekan untuk memilih.
    Dipilih: { $chosen } dari { $total }
give-none-chosen = Pilih paling sedikit satu kasus.
button-give-all = ☑️ Pilih semua
button-give-none = ▫️ Kosongkan
button-give-chosen = ➡️ Alihkan ({ $count })
give-reason =
    { $count } kasus dari <b>{ $from }</b> kepada <b>{ $to }</b>: { $codes }

    Apa alasannya? Jawaban Anda memulai pengalihan, dan tercatat di riwayat setiap kasus.

proposal-asked = 🔀 Perlu persetujuan satu orang lagi: admin lain, atau supervisor yang sekarang. Sampai itu belum ada yang berubah.
proposal-nobody = Anda sendiri yang akan dapat membaca kasusnya, jadi perlu persetujuan admin lain atau supervisor yang sekarang. Keduanya belum ada. Jadikan seorang anggota lain admin dulu, lewat 🎭 Peran. Tidak ada yang berubah.
proposal-refused = Baik, tidak jadi. Tidak ada yang berubah.
proposal-impossible = Sudah tidak bisa: yang menerima tidak aktif lagi, atau bukan lagi dalam peran itu. Tidak ada yang berubah.
proposal-cases = { $by } ingin mengalihkan { $count } kasus dari <b>{ $worker }</b> kepada <b>{ $to }</b>: { $codes }. { $to } dan supervisornya akan dapat membacanya.
proposal-supervisor = { $by } ingin <b>{ $to }</b> menyupervisi <b>{ $worker }</b>, dan dengan itu membaca kasusnya.
proposal-reason = Alasannya: { $reason }
proposal-age = { $days ->
    [0] Diusulkan hari ini.
    [1] Diusulkan kemarin.
   *[other] Diusulkan { $days } hari yang lalu.
 }
proposal-over = ⌛️ Sudah lewat { $days } hari tanpa jawaban, jadi tidak bisa disetujui lagi. Tidak ada yang berubah; usulkan lagi bila masih perlu.
proposal-waits = 🔀 Menunggu persetujuan admin lain, atau supervisor yang sekarang.
proposal-was-done = ✓ Sudah dilakukan, disetujui { $name }.
proposal-was-refused = ✖️ Ditolak { $name }.
proposal-was-cancelled = ✖️ Dibatalkan.
button-proposal = 🔀 Usulan pengalihan
button-proposals = 🔀 Usulan pengalihan ({ $count })
button-proposals-yes = ✅ Setuju semua ({ $count })
staff-proposals-all = <b>{ $count } usulan menunggu Anda</b>
staff-proposals-none = Tidak ada usulan yang menunggu Anda. 👍
button-proposal-cases = 🔀 Kasus kepada { $name }
button-proposal-supervisor = 🔀 Supervisor: { $name }
button-proposal-yes = ✅ Setuju
button-proposal-no = ✖️ Tolak
button-proposal-cancel = ✖️ Batalkan usulan
notice-staff-proposal = 🔀 { $name } mengusulkan perubahan pada siapa yang membaca kasus. Perlu persetujuan Anda.
notice-proposal-done = ✓ Usulan Anda untuk { $worker } dan { $to } disetujui dan sudah dilakukan.
notice-proposal-refused = ✖️ { $name } menolak usulan Anda untuk { $worker }. Tidak ada yang berubah.
notice-proposal-impossible = Usulan Anda untuk { $worker } sudah tidak bisa dilakukan ketika { $name } menyetujuinya. Tidak ada yang berubah.
naming-of = Pekerja sosial: <b>{ $name }</b>
