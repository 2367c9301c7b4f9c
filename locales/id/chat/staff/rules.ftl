# Pengaturan waktu lembaga: tenggat, pengingat, hari kerja.

button-rules = ⏰ Tenggat & pengingat
rules-title = <b>Tenggat dan pengingat</b>
rules-digest = Ringkasan pagi: { $time }
rules-quiet = Jam tenang: { $from }–{ $to }
rules-escalation = Terlambat { $superior } hari: supervisor ikut tahu; { $admin } hari: admin menghitung
rules-zone = Zona waktu: { $zone }
rules-files = Berkas yang dibuka hilang lagi setelah: { $stay }
rules-law = Batas waktu dari undang-undang tidak diatur di sini: selalu dalam jam, kapan saja, dan tidak bisa dimatikan.
rules-kept-days = ✓ { $name }: { $value }. { $open ->
    [0] Tidak ada tenggat terbuka yang berubah.
   *[other] { $open } tenggat terbuka dihitung ulang.
 }
rules-kept-aftercare = ✓ Bimbingan lanjut: bulan ke-{ $months }. { $open ->
    [0] Tidak ada kunjungan terbuka yang berubah.
   *[other] { $open } kunjungan terbuka dihitung ulang.
 }
rules-kept-superior = ✓ Supervisor ikut diberi tahu setelah terlambat { $value }.
rules-kept-admin = ✓ Admin ikut menghitung setelah terlambat { $value }.
rules-kept-files = ✓ Berkas yang dibuka hilang lagi dari percakapan setelah { $value }.
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
button-rules-days = 📏 Lama setiap tahap
button-rules-calendar = 📅 Hari kerja & libur
button-rules-digest = 🌅 Jam ringkasan
button-rules-quiet = 🌙 Jam tenang
button-rules-superior = Hari ke supervisor
button-rules-admin = Hari ke admin
button-rules-files = 📎 Berkas yang dibuka
button-rules-zone = 🕓 Zona waktu
rules-days-title = <b>Lama setiap tahap</b>. Ini kebiasaan lembaga, bukan undang-undang. Tekan untuk mengubah.
rules-days-line = { $name }: { $days } hari
rules-aftercare-line = Bimbingan lanjut: bulan ke-{ $months }
rules-calendar-title = <b>Hari kerja dan libur</b>. Tekan untuk mengubah.
button-rules-digest-days = Ringkasan hanya di hari kerja
button-rules-count-days = Tenggat dihitung dalam hari kerja
button-rules-holidays = Libur nasional ikut libur
button-rules-off = 📅 Libur { $year }
weekday-1 = Sen
weekday-2 = Sel
weekday-3 = Rab
weekday-4 = Kam
weekday-5 = Jum
weekday-6 = Sab
weekday-7 = Min
rules-off-title = <b>Hari libur { $year }</b>
rules-off-note = Daftar nasional dihitung dari kalender; keputusan bersama tiga menteri bisa berbeda sehari, dan Nyepi atau Waisak tahun mendatang bisa belum ada. Tambahkan atau kecualikan sendiri.
rules-own-day = libur lembaga
button-day-off = ➕ Hari libur
button-day-worked = ➖ Tetap bekerja
rules-zone-which = Di zona waktu mana lembaga ini?
rules-ask-days = { $name }: paling lama berapa hari?
rules-ask-aftercare = Kunjungan bimbingan lanjut di bulan ke berapa saja setelah terminasi? Misalnya: 1, 3, 6
rules-ask-digest = Jam berapa ringkasan pagi dikirim? Misalnya: 07.30
rules-ask-quiet = Dari jam berapa sampai jam berapa tenang? Misalnya: 20.00-06.00
rules-ask-superior = Setelah terlambat berapa hari supervisor ikut diberi tahu?
rules-ask-admin = Setelah terlambat berapa hari admin ikut menghitung?
rules-ask-files = Foto, suara, dan dokumen yang dibuka di percakapan: setelah berapa lama dihapus lagi? Misalnya: 30 menit, 2 jam
rules-ask-dayOff = Tanggal berapa lembaga libur?
rules-ask-dayWorked = Libur nasional tanggal berapa lembaga tetap bekerja?
rules-digest-in-quiet = Ringkasan jadi jatuh di jam tenang, sehingga tidak pernah terkirim. Pilih jam yang lain.
rules-escalation-order = Admin menghitung setelah supervisor tahu, jadi harinya tidak boleh lebih awal.
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
holiday-other = libur nasional
