# Keluar dari lembaga dan menghapus data sendiri.

button-remove-me = 🚪 Keluar & hapus data saya
leave-kept = Sebelum keluar, ini perlu ada yang memegang:
leave-cases = • { $count } kasus: { $codes }
leave-clocks = • di antaranya dengan batas waktu undang-undang ({ $count }): { $codes }
leave-team = • yang Anda supervisi: { $names }
leave-breaches = • pemberitahuan kebocoran yang belum selesai: { $codes }
leave-last-admin = • Anda admin terakhir. Undang atau angkat admin lain dulu.
button-leave-ask = 📨 Minta admin mengalihkan
leave-asked = Permintaan Anda tercatat.
leave-sure = Keluar dari { $organization }? Nama, akun Telegram, STR, dan catatan pribadi Anda dihapus dari basis data, dan bot tidak mengirim apa pun lagi. Yang sudah Anda catat di kasus tetap ada tanpa nama Anda. Anda hanya dapat kembali dengan undangan baru.
button-leave-yes = Ya, keluar dan hapus
leave-done = Anda sudah keluar dari { $organization }. Nama, akun, dan STR Anda sudah dihapus dari basis data; jejak kerja tinggal sebagai nomor. Percakapan ini masih ada di Telegram; hapus bila perlu. Untuk kembali, mintalah undangan baru.
notice-leave-asked = 🚪 { $name } ingin keluar dan datanya dihapus. Yang perlu dialihkan dulu: { $count ->
    [0] {""}
   *[other] { $count } kasus ({ $codes }){ $team ->
        [0] {""}
       *[other] {", "}
    }
 }{ $team ->
    [0] {""}
   *[other] { $team } orang yang disupervisi
 }.
notice-left = 🚪 { $name } keluar dari lembaga. Nama dan akunnya sudah dihapus.
