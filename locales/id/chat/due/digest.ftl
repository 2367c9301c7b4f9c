# Pesan yang dimulai oleh bot: ringkasan pagi dan batas waktu undang-undang.

digest-morning = Selamat pagi, { $name }. { $day }
digest-noon = Selamat siang, { $name }. { $day }
digest-afternoon = Selamat sore, { $name }. { $day }
digest-evening = Selamat malam, { $name }. { $day }
digest-late = <b>Terlambat</b>
digest-today = <b>Hari ini</b>
digest-soon = <b>Segera</b>
digest-team = <b>Tim Anda, terlambat</b>
digest-week = 7 hari ke depan: { $count } tugas
digest-rest = … dan { $count } lagi
digest-counted = Di lembaga Anda { $count } tugas baru saja tercatat lama terlambat.

clock-title = ⏳ <b>{ $name }</b>
clock-left = Waktunya { $left } ({ $moment }).
clock-basis = Dasar: { $basis }, { $span }.
clock-to-superior = Pekerja sosialnya juga diingatkan.
clock-to-admin = Pekerja sosial ini belum punya supervisor yang bertugas, jadi Anda yang diberi tahu. Mohon pastikan ada yang menanganinya.
clock-brief = ⏳ { $name }: { $left }.
digest-danger = ⚠️ <b>Bahaya belum ditutup</b>
digest-danger-line = • { $code }, { $days ->
    [0] sejak hari ini
    [1] sejak kemarin
   *[other] sejak { $days } hari lalu
 }
button-open-dangers = ⚠️ Lihat bahaya
