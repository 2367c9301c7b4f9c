# Pengaturan waktu lembaga: tenggat, pengingat, hari kerja.

button-rules = ⏰ Tenggat & pengingat
rules-title = <b>Tenggat dan pengingat</b>
rules-digest = Ringkasan pagi: { $time }
rules-quiet = Jam tenang: { $from }–{ $to }
rules-escalation = Terlambat { $superior } hari: supervisor diberi tahu; { $admin } hari: admin juga
rules-zone = Zona waktu: { $zone }
rules-contact = Tanpa kontak { $days } hari: kasusnya tampak di /supervisi
rules-files = Berkas dan identitas di percakapan hilang lagi setelah: { $stay }
rules-law = Batas waktu undang-undang tidak diatur di sini: pengingatnya datang siang dan malam, dan tidak bisa dimatikan.
rules-kept-days = ✓ { $name }: { $value }. { $open ->
    [0] Tidak ada tenggat terbuka yang berubah.
   *[other] { $open } tenggat terbuka dihitung ulang.
 }
rules-kept-aftercare = ✓ Bimbingan lanjut: bulan ke-{ $months }. { $open ->
    [0] Tidak ada kunjungan terbuka yang berubah.
   *[other] { $open } kunjungan terbuka dihitung ulang.
 }
rules-kept-superior = ✓ Supervisor diberi tahu setelah terlambat { $value }.
rules-kept-admin = ✓ Admin diberi tahu setelah terlambat { $value }.
rules-kept-contact = ✓ Kasus tanpa kontak { $value } tampak di /supervisi.
rules-kept-files = ✓ Berkas yang dibuka atau dikirim, dan jawaban identitas yang diketik, hilang dari percakapan setelah { $value }.
rules-kept-digest = ✓ Ringkasan pagi: { $time }.
rules-kept-quiet = ✓ Jam tenang: { $from }–{ $to }.
rules-kept-dayOff = ✓ { $day }: libur.
rules-kept-dayWorked = ✓ { $day }: tetap bekerja.
rules-span-day = { $count } hari
rules-span-week = { $count } minggu ({ $days } hari)
rules-span-month = { $count } bulan ({ $days } hari)
rules-span-year = { $count } tahun ({ $days } hari)
rules-days-unclear = Lamanya belum terbaca. Tulis misalnya: 14 hari, 2 minggu, atau 3 bulan.
rules-days-too-long = Itu { $days } hari; paling lama di sini { $max } hari.
rules-calendar-unused = Hari kerja dan libur di bawah ini belum memengaruhi apa pun: nyalakan dulu salah satu dari dua pilihan teratas.
button-rules-dayOff-next = ➕ Hari libur lain
button-rules-dayWorked-next = ➖ Hari lain tetap bekerja
button-rules-days = ⏱ Lama setiap tahap
button-rules-calendar = 📅 Hari kerja & libur
button-rules-digest = 🌅 Jam ringkasan
button-rules-quiet = 🌙 Jam tenang
button-rules-superior = Kapan supervisor tahu
button-rules-admin = Kapan admin tahu
button-rules-contact = 📆 Hari tanpa kontak
button-rules-files = 📎 Berkas dan identitas
button-rules-zone = 🕓 Zona waktu
rules-days-title = <b>Lama setiap tahap</b>. Ini kebiasaan lembaga, bukan undang-undang. Tekan untuk mengubah.
rules-days-line = { $name }: { $days } hari
rules-aftercare-line = Bimbingan lanjut: bulan ke-{ $months }
rules-calendar-title = <b>Hari kerja dan libur</b>. Tekan untuk mengubah.
button-rules-digest-days = Ringkasan hanya di hari kerja
button-rules-count-days = Tenggat dihitung dalam hari kerja
button-rules-holidays = Libur nasional dihitung libur
button-rules-off = 📅 Libur { $year }
weekday-1 = Sen
weekday-2 = Sel
weekday-3 = Rab
weekday-4 = Kam
weekday-5 = Jum
weekday-6 = Sab
weekday-7 = Min
rules-off-title = <b>Hari libur { $year }</b>
rules-own-day = libur lembaga
button-day-off = ➕ Hari libur
button-day-worked = ➖ Tetap bekerja
rules-zone-which = Di zona waktu mana lembaga ini?
rules-ask-days = { $name }: paling lama berapa hari?
rules-ask-aftercare = Kunjungan bimbingan lanjut di bulan ke berapa saja setelah terminasi? Misalnya: 1, 3, 6
rules-ask-digest = Jam berapa ringkasan pagi dikirim? Misalnya: 07.30
rules-ask-quiet = Dari jam berapa sampai jam berapa tenang? Misalnya: 20.00-06.00
rules-ask-superior = Setelah terlambat berapa hari supervisor diberi tahu?
rules-ask-admin = Setelah terlambat berapa hari admin diberi tahu?
rules-ask-contact = Setelah berapa hari tanpa kontak dengan klien sebuah kasus tampak di /supervisi? Misalnya: 14 hari
rules-ask-files = Foto, suara, dan dokumen yang dibuka atau dikirim di percakapan, serta jawaban identitas yang diketik: setelah berapa lama dihapus dari percakapan? Yang tersimpan di kasus tetap ada. Misalnya: 30 menit, 2 jam
rules-ask-dayOff = Tanggal berapa lembaga libur?
rules-ask-dayWorked = Libur nasional tanggal berapa lembaga tetap bekerja?
rules-digest-in-quiet = Jam itu jatuh di jam tenang, jadi ringkasan tidak akan pernah terkirim. Pilih jam lain.
rules-escalation-order = Admin diberi tahu setelah supervisor, jadi harinya tidak boleh lebih awal.
rules-files-unclear = Lamanya belum terbaca. Tulis dengan satuannya, misalnya: 30 menit, 2 jam, atau 1 hari.
rules-files-span = Paling singkat { $least }, paling lama { $most }: setelah 48 jam Telegram tidak mengizinkan bot menghapusnya.
rules-time-unclear = Jamnya belum jelas. Tulis misalnya 07.30.
rules-times-unclear = Tulis dua jam, misalnya 20.00-06.00.
rules-months-unclear = Tulis bulan-bulannya, masing-masing 1 sampai 36, misalnya: 1, 3, 6

holiday-new-year = Tahun Baru Masehi
holiday-isra-mikraj = Isra Mikraj Nabi Muhammad
holiday-imlek = Tahun Baru Imlek
holiday-nyepi = Hari Suci Nyepi
holiday-idul-fitri = Hari Raya Idul Fitri
holiday-good-friday = Wafat Yesus Kristus
holiday-labour = Hari Buruh Internasional
holiday-ascension = Kenaikan Yesus Kristus
holiday-idul-adha = Hari Raya Idul Adha
holiday-waisak = Hari Raya Waisak
holiday-pancasila = Hari Lahir Pancasila
holiday-islamic-new-year = Tahun Baru Islam
holiday-independence = Hari Kemerdekaan
holiday-maulid = Maulid Nabi Muhammad
holiday-christmas = Hari Raya Natal
button-rules-leave = Cuti bersama dihitung libur
button-holidays-paste = 📋 Tempel daftar { $year }
button-holidays-drop = 🗑 Hapus daftar tempelan
holidays-paste =
    Tempelkan daftar libur { $year } dalam satu pesan, satu hari satu baris. Misalnya:
    17 Agustus { $year } Kemerdekaan
    24 Desember { $year } Cuti bersama Natal
holidays-unread =
    Baris ini belum terbaca sebagai tanggal di tahun { $year }. Belum ada yang tersimpan; perbaiki, lalu kirim daftarnya sekali lagi.
    { $lines }
holidays-unread-all = Belum ada tanggal { $year } yang terbaca. Tulis satu hari satu baris, misalnya: 17 Agustus { $year } Kemerdekaan
holidays-sure = Daftar { $year } ini menggantikan yang lama: { $holidays } hari libur, { $leave } cuti bersama. Betul?
holidays-kept = ✓ Daftar { $year } tersimpan. Tenggat yang dihitung dalam hari kerja dihitung ulang.
holidays-decreed = Menurut { $decree }.
holidays-calculated = Daftar ini dihitung dari kalender: keputusan bersama tiga menteri bisa berbeda sehari, dan cuti bersama, Nyepi, atau Waisak bisa belum ada. Bila keputusannya sudah keluar, tempelkan daftarnya.
holidays-pasted = Menurut daftar yang ditempelkan admin.
holiday-leave = Cuti bersama: { $name }
holiday-easter = Kebangkitan Yesus Kristus (Paskah)
holiday-other = libur nasional
