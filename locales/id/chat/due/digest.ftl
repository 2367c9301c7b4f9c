# Pesan yang dimulai oleh bot: ringkasan pagi dan batas waktu undang-undang.

digest-morning = Selamat pagi, { $name }. { $day }
digest-noon = Selamat siang, { $name }. { $day }
digest-afternoon = Selamat sore, { $name }. { $day }
digest-evening = Selamat malam, { $name }. { $day }
digest-late-news = <b>Baru terlambat</b>
digest-late-still = <b>Masih terlambat</b>
digest-late-folded = Masih terlambat: { $count } tugas
digest-today = <b>Hari ini</b>
digest-soon = <b>Segera</b>
digest-team-news = <b>Tim Anda, baru terlambat</b>
digest-team-still = <b>Tim Anda, masih terlambat</b>
digest-team-folded = Tim Anda, masih terlambat: { $count } tugas
digest-overseen = <b>Di lembaga Anda, sudah lama terlambat</b>
digest-whose = { " " }({ $name })
digest-week = Jatuh tempo dalam 7 hari ke depan: { $count } tugas
digest-rest = … dan { $count } lagi

clock-title = ⏳ <b>{ $name }</b>
clock-left = Sisa waktu: { $time }, sampai { $moment }.
clock-now = Batas waktunya sekarang: { $moment }.
clock-late = Batas waktunya sudah lewat, { $time } ({ $moment }).
clock-basis = Dasar: { $basis }, { $span }.
clock-to-superior = Yang mengerjakan: { $name }. Mohon hubungi bila belum ada kabar.
clock-to-admin = Yang mengerjakan: { $name }. Mohon pastikan ada yang menanganinya. Isi kasusnya tidak terbuka bagi admin.
clock-brief = ⏳ { $name }: { $left }.
clock-brief-other = ⏳ { $name } · { $worker }: { $left }.
digest-danger = ⚠️ <b>Bahaya belum selesai</b>
digest-danger-line = • { $code }, { $days ->
    [0] sejak hari ini
    [1] sejak kemarin
   *[other] sejak { $days } hari lalu
 }
button-open-dangers = ⚠️ Lihat bahaya
digest-waiting = <b>Menunggu orang lain, sudah terlambat</b>
digest-waiting-told = { $what }: { $name }, terakhir diingatkan { $when }
digest-waiting-untold = { $what }: { $name }, belum diingatkan bot
