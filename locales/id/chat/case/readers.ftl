# Siapa membuka kasus ini, penolakan, dan membuka kasus tim lain dalam keadaan mendesak.

readers-title = <b>{ $code } · siapa membuka kasus ini</b>
readers-more = … dan { $count } orang lagi
readers-outsider = Seseorang di luar lembaga
readers-worker = <b>{ $name }</b> (pekerja sosial):
readers-supervisor = <b>{ $name }</b> (supervisor):
readers-glass = ⚠️ <b>{ $name }</b> (supervisor tim lain, dibuka darurat):
readers-refused = ⚠️ <b>{ $name }</b> (bukan kasusnya):
readers-former = <b>{ $name }</b> (tidak lagi pada kasus ini):
readers-days = { $days } hari, terakhir { $last }
readers-never = tidak membaca apa pun, terakhir mencoba { $last }
readers-names = Nama dilihat: { $count } kali
readers-files = Berkas dibuka: { $count } kali
readers-questions = Pertanyaan tentang kasus ini dibaca: { $count } kali
readers-papers = Dokumen dibuat atau dibuka: { $count } kali
readers-refusals = Ditolak: { $count } kali
readers-reason = Alasannya: { $reason }
button-who-opened = 👁 Siapa membuka kasus ini

glass-reason = <b>{ $code }</b> bukan kasus tim Anda. Bila mendesak, Anda boleh membacanya { $hours } jam, tanpa mengubah apa pun. Pekerja sosialnya, supervisornya, dan admin langsung diberi tahu. Apa alasannya?
glass-open = 🔓 { $code } terbuka bagi Anda sampai { $when }.
glass-admins = admin lembaga
button-break-glass = 🔓 Mendesak: kasus tim lain
notice-glass = 🔓 { $name }, supervisor tim lain, membuka <b>{ $code }</b> karena mendesak. Kasus itu terbaca baginya selama { $hours } jam. Alasannya ada di bawah tombol ini.
notice-glass-admin = 🔓 { $name } membuka <b>{ $code }</b>, kasus tim lain, karena mendesak. Pekerja sosial dan supervisor kasus itu membaca alasannya. Kasus itu terbaca baginya selama { $hours } jam.
notice-reads-often = 🔎 { $name } membuka { $opened } kasus hari ini, jauh lebih banyak daripada biasanya ({ $busiest ->
    [0] sebulan terakhir belum ada
   *[other] paling banyak { $busiest } sehari
 }). Bicarakan bila ini tidak wajar.
notice-refused-often = ⚠️ { $name } mencoba membuka { $count } kasus yang bukan kasusnya dalam 24 jam. Tidak satu pun terbuka.
