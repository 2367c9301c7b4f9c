# Asesmen

assessment-danger = Apakah ada bahaya saat ini?
    .label = Bahaya
    .hint = Tandai semua yang Anda lihat atau dengar. Bila ragu, tandai saja.
    .why = Keadaan bisa berubah sejak kontak pertama. Bila ada bahaya, langkah darurat langsung tampil dan supervisor Anda diberi tahu tanpa nama klien.

assessment-sources = Ada sumber keterangan lain?
    .label = Sumber keterangan
    .item = Sumber { $number }
    .hint = Wawancara, kunjungan, FGD, berkas, cerita tetangga: catat satu per satu.
    .why = Laporan yang menyebut sumber dan tanggalnya bisa diperiksa dan dipercaya.

assessment-sources-method = Bagaimana keterangan diperoleh?
    .label = Cara
    .hint = Pilih satu. Sumber lain bisa ditambahkan sesudahnya.
    .why = Yang dilihat sendiri berbeda bobotnya dengan yang didengar dari orang lain.

assessment-sources-method-group = Bagaimana keterangan diperoleh?
    .hint = Pilih satu. Cara lain bisa ditambahkan sesudahnya.
    .why = Beberapa cara saling menguatkan: yang tidak bicara dalam musyawarah sering bicara saat wawancara.

assessment-sources-date = Kapan itu dilakukan?
    .label = Tanggal
    .hint = Misalnya: kemarin, atau 12-3-2026.
    .why = Keadaan berubah, jadi perlu jelas kapan keterangan ini didapat.

assessment-sources-participants = Siapa saja yang ikut?
    .label = Peserta
    .hint = Jumlah dan unsurnya, misalnya: 18 orang, 7 di antaranya perempuan, ketua RT, kader. Lewati bila tidak tercatat.
    .why = Dari daftar ini terlihat suara siapa yang sudah didengar, dan siapa yang belum.

assessment-sources-informant = Siapa yang memberi keterangan?
    .label = Pemberi keterangan
    .hint = Tulis perannya, misalnya: ketua RT, guru kelas. Lewati bila ia tidak ingin disebut.
    .why = Supaya bisa ditanya lagi bila ada yang kurang jelas.

assessment-physical = Bagaimana keadaan fisik dan kesehatannya?
    .label = Fisik
    .hint = Penyakit, obat, disabilitas, makan, tidur, kebersihan diri. Tulis yang Anda lihat dan yang diceritakan.
    .why = Keluhan tubuh sering menjadi awal atau akibat dari masalah sosial.

assessment-psychological = Bagaimana perasaan dan pikirannya?
    .label = Psikologis
    .hint = Suasana hati, rasa takut, ingatan, cara menghadapi tekanan. Gambarkan saja, tanpa diagnosis.
    .why = Gambaran ini menunjukkan apakah psikolog atau dokter perlu dilibatkan.

assessment-familySocial = Bagaimana hubungannya dengan keluarga dan lingkungan?
    .label = Keluarga dan sosial
    .hint = Siapa yang dekat, siapa yang berselisih, siapa yang bisa diandalkan, ikut kegiatan apa.
    .why = Orang-orang di sekitar klien bisa menjadi kekuatan, bisa juga sumber tekanan.

assessment-economic = Bagaimana keadaan ekonominya?
    .label = Ekonomi
    .hint = Penghasilan, tanggungan, utang, rumah, bantuan yang sudah diterima.
    .why = Kebutuhan dasar yang tidak terpenuhi membuat langkah lain sulit berjalan.

assessment-educationWork = Bagaimana sekolah atau pekerjaannya?
    .label = Sekolah atau kerja
    .hint = Jenjang sekolah, keterampilan, pekerjaan sekarang atau dulu. Lewati bila belum diketahui.
    .why = Dari sini terlihat peran yang ia jalani dan kemampuan yang bisa dipakai.

assessment-spiritualCultural = Keyakinan dan adat apa yang penting baginya?
    .label = Spiritual dan budaya
    .hint = Ibadah, adat, nilai yang menguatkan atau membebani. Lewati bila ia tidak ingin bercerita.
    .why = Pertolongan lebih mudah diterima bila sejalan dengan apa yang diyakini klien.

assessment-legalAspect = Adakah urusan hukum atau dokumen?
    .label = Hukum dan dokumen
    .hint = Perkara, KTP, KK, akta, surat nikah, hak atas tanah. Lewati bila tidak ada.
    .why = Tanpa dokumen, banyak layanan dan bantuan tertutup bagi klien.

assessment-family = Ada anggota keluarga lain?
    .label = Keluarga
    .first = Apakah ada anggota keluarga yang perlu dicatat?
    .item = Anggota keluarga { $number }
    .hint = Tiga generasi bila bisa, juga yang sudah meninggal atau tinggal jauh. Klien sendiri, atau kepala keluarganya, tidak perlu dicatat lagi.
    .why = Dari daftar ini genogram digambar.

assessment-family-name = Siapa namanya?
    .label = Nama
    .hint = Nama atau inisial.
    .why = Supaya setiap orang di genogram bisa dibedakan.

assessment-family-relation = Apa hubungannya dengan klien?
    .label = Hubungan
    .hint = Untuk klien keluarga: hubungannya dengan kepala keluarga.
    .why = Hubungan menentukan tempatnya di genogram.

assessment-family-through = Lewat siapa hubungan itu?
    .label = Lewat
    .hint = Cucu: orang tuanya. Menantu: pasangannya. Keponakan: saudara klien yang mana. Tulis namanya seperti di daftar ini.
    .why = Supaya garisnya di genogram jatuh di tempat yang benar.

assessment-family-sex = Apa jenis kelaminnya?
    .label = Jenis kelamin
    .hint = Seperti pada kartu identitas, atau menurut yang bersangkutan.
    .why = Genogram menggambar laki-laki sebagai kotak dan perempuan sebagai lingkaran.

assessment-family-alive = Apakah ia masih hidup?
    .label = Masih hidup
    .hint = Yang sudah meninggal tetap dicatat.
    .why = Kehilangan sering menjadi bagian dari cerita keluarga.

assessment-family-birth = Berapa umurnya?
    .label = Kelahiran
    .hint = Umur dalam tahun atau tanggal lahirnya. Lewati bila tidak diketahui.
    .why = Umur menunjukkan siapa yang perlu dijaga dan siapa yang bisa menjaga.

assessment-family-livesTogether = Apakah ia tinggal serumah dengan klien?
    .label = Serumah
    .hint = Serumah berarti sehari-hari tidur dan makan di rumah yang sama.
    .why = Genogram menandai siapa yang hidup bersama klien setiap hari.

assessment-family-life = Bagaimana keadaannya?
    .label = Keadaan
    .hint = Yang sudah meninggal, yang masih dikandung dan yang gugur juga dicatat.
    .why = Kehilangan dan kelahiran sering menjadi bagian dari cerita keluarga.

assessment-family-birth-died = Berapa umurnya saat meninggal?
    .hint = Umur dalam tahun, atau tanggal lahirnya. Lewati bila tidak diketahui.
    .why = Umur menunjukkan seberapa dini keluarga kehilangan dia.

assessment-family-diedIn = Tahun berapa ia meninggal?
    .label = Tahun meninggal
    .hint = Misalnya: 2014. Lewati bila tidak diketahui.
    .why = Kehilangan yang baru terasa lain dari yang sudah lama.

assessment-family-union = Bagaimana hubungan pasangan ini?
    .label = Pasangan
    .hint = Lewati bila menikah, atau bila mantan dan sudah cerai.
    .why = Genogram menggambar menikah, hidup bersama, pisah dan cerai dengan garis yang berbeda.

assessment-family-since = Sejak tahun berapa mereka bersama?
    .label = Sejak
    .hint = Misalnya: 2008. Lewati bila tidak diketahui.
    .why = Tahunnya tertulis di garis pasangan.

assessment-family-until = Tahun berapa mereka berpisah?
    .label = Sampai
    .hint = Misalnya: 2019. Lewati bila tidak diketahui.
    .why = Perpisahan yang baru sering masih terasa.

assessment-familyTies = Ada hubungan lain yang perlu digambar?
    .label = Hubungan dalam keluarga
    .first = Adakah hubungan yang perlu digambar?
    .item = Hubungan { $number }
    .hint = Yang sangat dekat, renggang, berselisih atau melakukan kekerasan; pasangan selain klien, misalnya orang tua yang bercerai; anak kembar. Yang biasa saja tidak perlu.
    .why = Di sini sering terlihat dari mana tekanan datang, dan siapa yang menguatkan.

assessment-familyTies-who = Hubungan siapa?
    .label = Siapa
    .hint = Ketuk namanya, atau tulis seperti di daftar. Pada kekerasan: yang melakukan.
    .why = Garisnya ditarik dari orang ini.

assessment-familyTies-with = Dengan siapa?
    .label = Dengan
    .hint = Ketuk namanya, atau tulis seperti di daftar. Pada kekerasan: yang mengalami.
    .why = Garisnya ditarik sampai ke orang ini.

assessment-familyTies-bond = Seperti apa hubungan mereka?
    .label = Hubungan
    .hint = Pilih satu. Hubungan lain antara orang yang sama bisa ditambahkan sesudahnya.
    .why = Setiap hubungan digambar dengan garis yang berbeda.

assessment-familyTies-since = Sejak tahun berapa mereka bersama?
    .label = Sejak
    .hint = Misalnya: 2008. Lewati bila tidak diketahui.
    .why = Tahunnya tertulis di garis pasangan.

assessment-familyTies-until = Tahun berapa mereka berpisah?
    .label = Sampai
    .hint = Misalnya: 2019. Lewati bila tidak diketahui.
    .why = Perpisahan yang baru sering masih terasa.

assessment-groupSituation = Bagaimana keadaan kelompok atau masyarakat ini sekarang?
    .label = Keadaan
    .hint = Penghidupan, layanan yang ada, hubungan antarwarga, siapa yang tertinggal.
    .why = Gambaran bersama ini menjadi pijakan rencana.

assessment-groupHistory = Apa saja yang pernah dialami dan dicoba?
    .label = Riwayat
    .hint = Peristiwa penting, upaya terdahulu dan hasilnya. Lewati bila belum tahu.
    .why = Warga biasanya sudah pernah mencoba sesuatu. Rencana sebaiknya meneruskannya.

assessment-actors = Ada tokoh atau pihak lain?
    .label = Tokoh dan pihak
    .item = Pihak { $number }
    .hint = Orang atau lembaga yang didengar warga, juga yang berseberangan.
    .why = Perubahan berjalan lewat orang-orang yang didengar.

assessment-actors-name = Siapa namanya?
    .label = Nama
    .hint = Orang atau lembaga, misalnya: ketua RW, Karang Taruna.
    .why = Supaya jelas siapa yang perlu ditemui.

assessment-actors-part = Apa perannya di sini?
    .label = Peran
    .hint = Misalnya: pemilik lahan, penggerak posyandu.
    .why = Peran menunjukkan apa yang bisa diharapkan darinya.

assessment-actors-stance = Bagaimana sikapnya terhadap perubahan?
    .label = Sikap
    .hint = Menurut yang Anda lihat sejauh ini.
    .why = Pihak yang menolak perlu diajak bicara sejak awal.

assessment-systems = Ada orang atau lembaga lain di sekitarnya?
    .label = Ekomap
    .first = Adakah orang atau lembaga di sekitarnya yang perlu dicatat?
    .item = Sistem { $number }
    .hint = Yang menolong, yang jauh, juga yang menyulitkan.
    .why = Dari daftar ini ekomap digambar: siapa yang bisa diandalkan, dan hubungan mana yang perlu dijaga atau dipulihkan.

assessment-systems-name = Siapa, atau lembaga apa?
    .label = Nama sistem
    .hint = Tulis perannya, bukan nama orang, misalnya: tetangga sebelah, puskesmas, majelis taklim.
    .why = Sebutan ini tampil di ekomap.

assessment-systems-name-group = Siapa, atau lembaga apa?
    .hint = Tulis perannya, bukan nama orang, misalnya: pemerintah desa, BPBD, perusahaan, kelompok di dusun sebelah.
    .why = Sebutan ini tampil di ekomap.

assessment-systems-kind = Termasuk jenis apa?
    .label = Jenis
    .hint = Pilih yang paling dekat.
    .why = Dari jenisnya terlihat bidang mana yang masih kosong di sekitar klien.

assessment-systems-strength = Seperti apa hubungannya dengan klien?
    .label = Hubungan
    .hint = Kuat: bisa diandalkan. Lemah: ada tetapi jauh. Menekan: membebani klien.
    .why = Ekomap menggambar ketiganya dengan garis yang berbeda.

assessment-systems-strength-group = Seperti apa hubungannya dengan mereka?
    .hint = Kuat: bisa diandalkan. Lemah: ada tetapi jauh. Menekan: membebani mereka.
    .why = Ekomap menggambar ketiganya dengan garis yang berbeda.

assessment-systems-direction = Ke mana bantuan atau perhatian mengalir?
    .label = Arah
    .hint = Ke klien bila ia lebih banyak menerima, dari klien bila ia lebih banyak memberi.
    .why = Hubungan yang hanya satu arah mudah melelahkan salah satu pihak.

assessment-systems-direction-group = Ke mana bantuan atau perhatian mengalir?
    .hint = Ke klien bila mereka lebih banyak menerima, dari klien bila mereka lebih banyak memberi.
    .why = Hubungan yang hanya satu arah mudah melelahkan salah satu pihak.

assessment-problems = Ada masalah lain?
    .label = Masalah
    .item = Masalah { $number }
    .hint = Satu masalah satu catatan, supaya nanti bisa diurutkan.
    .why = Daftar ini menjadi dasar prioritas dan tujuan dalam rencana.

assessment-problems-title = Apa masalahnya?
    .label = Masalah
    .hint = Satu baris, misalnya: makan hanya sekali sehari.
    .why = Baris ini akan tampil lagi saat rencana disusun.

assessment-problems-title-group = Apa masalah bersamanya?
    .hint = Satu baris, misalnya: air bersih hanya mengalir dua hari seminggu.
    .why = Baris ini akan tampil lagi saat rencana disusun.

assessment-problems-description = Bagaimana masalah itu terjadi?
    .label = Uraian
    .hint = Sejak kapan, seberapa sering, siapa yang terkena, apa yang sudah dicoba. Lewati bila sudah jelas.
    .why = Tanpa tahu jalannya masalah, pertolongan mudah salah sasaran.

assessment-problems-safetyRisk = Apakah masalah ini membahayakan keselamatan?
    .label = Risiko keselamatan
    .hint = Bagi klien atau orang lain.
    .why = Masalah yang mengancam keselamatan selalu didahulukan, berapa pun nilainya nanti.

assessment-needs = Apa yang dibutuhkan klien?
    .label = Kebutuhan
    .hint = Menurut klien dan menurut Anda, misalnya: teman di malam hari, makanan lunak, KTP.
    .why = Kebutuhan menunjukkan arah, masalah menunjukkan asalnya.

assessment-needs-group = Apa yang mereka butuhkan?
    .hint = Menurut mereka dan menurut Anda, juga yang jarang bicara, misalnya: air bersih, tempat bermain, jalan yang bisa dilalui kursi roda.
    .why = Kebutuhan menunjukkan arah, masalah menunjukkan asalnya.

assessment-strengths = Ada kekuatan lain?
    .label = Kekuatan
    .item = Kekuatan { $number }
    .hint = Setiap klien punya kekuatan. Catat satu per satu.
    .why = Rencana yang bertumpu pada kekuatan klien lebih mungkin bertahan.

assessment-strengths-strength = Apa kekuatannya?
    .label = Kekuatan
    .hint = Keterampilan, semangat, kebiasaan, atau hubungan baik, misalnya: pandai menganyam.
    .why = Kekuatan ini bisa dipilih lagi sebagai modal saat menyusun rencana.

assessment-strengths-strength-group = Apa kekuatannya?
    .hint = Kebiasaan, keterampilan, lahan, kelompok yang sudah jalan, misalnya: gotong royong setiap Minggu.
    .why = Kekuatan ini bisa dipilih lagi sebagai modal saat menyusun rencana.

assessment-resources = Sumber apa yang bisa dimanfaatkan?
    .label = Sistem sumber
    .hint = Keluarga, tetangga, tokoh, program, dana, tempat.
    .why = Sebagian pertolongan sering sudah ada di dekat klien.

assessment-resources-group = Sumber apa yang bisa dimanfaatkan?
    .hint = Dana desa, kas, lahan, tokoh, program, usaha setempat, kelompok yang sudah jalan.
    .why = Sebagian yang dibutuhkan sering sudah ada di tempat.

assessment-risks = Apa yang bisa memperburuk keadaan?
    .label = Risiko
    .hint = Misalnya: sendirian di malam hari, penjaga pulang kampung. Tulis juga bila tidak ada.
    .why = Risiko yang diketahui bisa dicegah atau disiapkan.

assessment-risks-group = Apa yang bisa memperburuk keadaan?
    .hint = Misalnya: banjir susulan, pengurus berselisih, bantuan hanya sampai ke satu pihak. Tulis juga bila tidak ada.
    .why = Risiko yang diketahui bisa dicegah atau disiapkan.

assessment-protectiveFactors = Apa yang melindungi klien?
    .label = Pelindung
    .hint = Misalnya: tetangga menengok setiap pagi. Lewati bila belum tampak.
    .why = Hal yang sudah melindungi klien perlu dijaga, jangan sampai terganggu oleh rencana.

assessment-protectiveFactors-group = Apa yang melindungi mereka?
    .hint = Misalnya: ronda berjalan, warga saling menolong saat banjir. Lewati bila belum tampak.
    .why = Hal yang sudah melindungi mereka perlu dijaga, jangan sampai terganggu oleh rencana.

assessment-functioningNeeds = Seberapa mampu klien memenuhi kebutuhan dan hak dasarnya?
    .label = Kebutuhan dan hak
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Ini satu dari tiga indikator keberfungsian sosial. Nilai sekarang menjadi pembanding saat evaluasi.

assessment-functioningNeeds-group = Seberapa mampu mereka memenuhi kebutuhan dan hak dasar bersama?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Ini satu dari tiga indikator keberfungsian sosial. Nilai sekarang menjadi pembanding saat evaluasi.

assessment-functioningRoles = Seberapa mampu klien menjalankan tugas dan perannya?
    .label = Tugas dan peran
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Ini satu dari tiga indikator keberfungsian sosial. Nilai sekarang menjadi pembanding saat evaluasi.

assessment-functioningRoles-group = Seberapa mampu mereka menjalankan tugas dan peran bersama?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Ini satu dari tiga indikator keberfungsian sosial. Nilai sekarang menjadi pembanding saat evaluasi.

assessment-functioningCoping = Seberapa mampu klien mengatasi masalah hidupnya?
    .label = Mengatasi masalah
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Ini satu dari tiga indikator keberfungsian sosial. Nilai sekarang menjadi pembanding saat evaluasi.

assessment-functioningCoping-group = Seberapa mampu mereka mengatasi masalah bersama?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Ini satu dari tiga indikator keberfungsian sosial. Nilai sekarang menjadi pembanding saat evaluasi.

assessment-conclusion = Apa yang menjadi fokus rencana nanti?
    .label = Kesimpulan
    .hint = Dua atau tiga kalimat: masalah utama, sebabnya, dan kekuatan yang akan dipakai.
    .why = Kesimpulan menjembatani asesmen dan rencana.

assessment-recommendation = Apa saran Anda untuk penyidik?
    .label = Saran
    .hint = Misalnya: anak didampingi saat diperiksa, dan tidak dipertemukan dengan pelaku.
    .why = Penyidik wajib meminta laporan sosial saat memeriksa anak korban atau anak saksi. Saran Anda menutup laporan itu.
