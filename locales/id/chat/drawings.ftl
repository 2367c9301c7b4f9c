# Genogram dan ekomap: tombol, gambar, dan bacaannya dalam kata-kata.

paper-genogram = Genogram
paper-ecomap = Ekomap
button-genogram = 🌳 Genogram
button-ecomap = 🕸 Ekomap
button-in-words = 🔤 Baca dalam kata-kata

drawing-ordered = Sedang digambar. Gambarnya segera masuk ke percakapan ini.
drawing-nothing-genogram = Belum ada anggota keluarga untuk digambar.
drawing-nothing-ecomap = Belum ada orang atau lembaga untuk digambar.
drawing-caption-genogram = 🌳 Genogram · { $code }
drawing-caption-ecomap = 🕸 Ekomap · { $code }
drawing-foot = { $code } · { $day } · RAHASIA

legend-household = Serumah dengan klien
legend-adopted = Anak angkat
legend-foster = Anak asuh
legend-flow = Arah bantuan atau perhatian

reading-title = <b>{ $drawing } · { $code }</b>
reading-family = { $count ->
   *[other] { $count } orang dalam genogram ini.
  }
reading-person = { $name } ({ $facts })
reading-nobody-male = laki-laki yang belum dicatat
reading-nobody-female = perempuan yang belum dicatat
reading-nobody-unknown = orang yang belum dicatat
reading-age = { $age } tahun
reading-born = lahir { $year }
reading-died = meninggal { $year }
reading-couple = { $one } dan { $other } ({ $state })
reading-couple-untold = { $one } dan { $other }
reading-children = { $couple }. Anak, dari yang sulung: { $children }.
reading-no-children = { $couple }.
reading-alone = Tempatnya dalam keluarga belum jelas: { $people }.
reading-tie = { $from } – { $to }: { $bond }.
reading-abuse = { $bond } oleh { $from } terhadap { $to }.
reading-household = Serumah dengan klien: { $people }.
reading-unplaced = Belum tergambar, karena namanya tidak ditemukan di daftar: { $names }.
reading-systems = { $count ->
   *[other] { $count } orang atau lembaga di sekitar klien.
  }
reading-system = { $name } ({ $kind }): hubungan { $tie }, arah { $flow }.

paper-drawings = Genogram dan ekomap

button-outcome = 📈 Hasil sebelum dan sesudah
drawing-nothing-outcome = Belum ada tujuan atau keberfungsian yang dinilai.
drawing-caption-outcome = 📈 Hasil sebelum dan sesudah · { $code }
outcome-goals = Tujuan, 0 berarti sesuai harapan
outcome-functioning = Keberfungsian sosial, skala 1 sampai 5
outcome-before = Sebelumnya (tujuan: evaluasi sebelumnya, keberfungsian: asesmen)
outcome-now = Sekarang
reading-outcome = { $scale }: { $label }: { $now }.
reading-outcome-change = { $scale }: { $label }: dari { $before } menjadi { $now }.
