# Pendekatan awal

approach-source = Bagaimana klien sampai ke Anda?
    .label = Cara kontak
    .hint = Pilih yang paling dekat dengan kejadiannya.
    .why = Cara kontak menunjukkan siapa yang perlu dikabari nanti, dan dari mana kasus sampai ke lembaga.

approach-referrer = Siapa yang merujuk, melapor, atau meminta?
    .label = Perujuk/pelapor
    .hint = Nama lembaga atau orangnya, misalnya: Puskesmas Cibeber. Lewati bila pelapor tidak ingin dikenal.
    .why = Kabar balik dan kerja sama berikutnya berjalan lewat pihak ini.

approach-contactDate = Kapan kontak pertama?
    .label = Kontak pertama
    .hint = Hari pertama Anda atau lembaga bertemu klien, atau mendengar tentangnya. Misalnya: kemarin, atau 12-3-2026.
    .why = Dari tanggal inilah perjalanan kasus dihitung.

approach-level = Siapa klien Anda?
    .label = Jenis klien
    .hint = Satu orang, satu keluarga, satu kelompok, atau warga satu wilayah.
    .why = Klien bisa satu orang, keluarga, kelompok, atau masyarakat. Pertanyaan berikutnya menyesuaikan.

approach-danger = Apakah ada bahaya saat ini?
    .label = Bahaya
    .hint = Tandai semua yang Anda lihat atau dengar. Bila ragu, tandai saja.
    .why = Keselamatan lebih dulu daripada formulir. Bila ada bahaya, langkah darurat langsung tampil dan supervisor Anda diberi tahu tanpa nama klien.

approach-safetyStep = Apa yang sudah dilakukan agar klien aman?
    .label = Pengamanan
    .hint = Misalnya: ditemani tetangga, dibawa ke puskesmas, polisi dihubungi pukul 15.20. Lewati bila belum sempat.
    .why = Siapa pun yang meneruskan penanganan perlu tahu apa yang sudah berjalan.

approach-safetyStep-group = Apa yang sudah dilakukan agar mereka aman?
    .hint = Misalnya: warga mengungsi ke balai desa, ambulans dipanggil pukul 15.20. Lewati bila belum sempat.
    .why = Siapa pun yang meneruskan penanganan perlu tahu apa yang sudah berjalan.

approach-legal = Adakah situasi hukum dalam kasus ini?
    .label = Situasi hukum
    .hint = Tandai semua yang sesuai.
    .why = Beberapa keadaan punya batas waktu dari undang-undang yang dihitung per jam. Bila diketahui sekarang, Anda diingatkan sebelum batas itu lewat.

approach-legal-group = Adakah situasi hukum yang menyangkut mereka?
    .hint = Bila menyangkut satu anak atau satu korban, buka juga kasus tersendiri untuknya: batas waktunya dihitung di sana.
    .why = Beberapa keadaan punya batas waktu dari undang-undang yang dihitung per jam. Bila diketahui sekarang, Anda diingatkan sebelum batas itu lewat.

approach-reportRequestedAt = Kapan surat permintaan laporan sosial diterima?
    .label = Permintaan diterima
    .hint = Tanggal dan jam surat penyidik sampai, misalnya: 24-11-2026 09.30. Bila jamnya tidak tercatat, pakai perkiraan yang paling awal.
    .why = Laporan sosial wajib disampaikan paling lama 3 × 24 jam sejak surat permintaan penyidik diterima.

approach-reportRequestedBy = Siapa yang meminta laporan sosial itu?
    .label = Peminta laporan
    .hint = Lihat kepala suratnya.
    .why = Permintaan resmi adalah kewajiban hukum lembaga. Laporan sosial tetap dibuat, apa pun jawaban wali tentang layanan dan data.

approach-letterNumber = Berapa nomor suratnya?
    .label = Nomor surat
    .hint = Salin seperti tertulis, misalnya: B/123/XI/2026/Reskrim. Lewati bila tidak ada.
    .why = Nomor surat dicantumkan dalam laporan sosial.

approach-letterDate = Tanggal berapa surat itu dibuat?
    .label = Tanggal surat
    .hint = Tanggal pada suratnya, bukan hari diterima. Lewati bila tidak tercantum.
    .why = Tanggal surat dicantumkan dalam laporan sosial.

approach-requestLetter = Ada foto surat permintaannya?
    .label = Surat permintaan
    .hint = Kirim foto atau berkasnya. Lewati bila surat tidak ada pada Anda.
    .why = Surat itu bukti kapan batas waktu mulai berjalan.

approach-violenceReportedAt = Kapan korban melapor ke lembaga?
    .label = Korban melapor
    .hint = Tanggal dan jam laporan pertama, misalnya: kemarin 14.00. Bila jamnya tidak tercatat, pakai perkiraan yang paling awal.
    .why = UPTD PPA, unit pelaksana teknis bidang sosial, dan lembaga layanan berbasis masyarakat wajib meneruskan laporan ke kepolisian paling lambat 3 × 24 jam sejak korban melapor.

approach-handover = Apakah anak sudah dikembalikan atau diserahkan?
    .label = Pengembalian anak
    .hint = Dikembalikan kepada orang tua atau wali, atau diserahkan kepada orang lain yang dipercaya.
    .why = Sejak hari itu anak didampingi pekerja sosial, paling lama 6 bulan.

approach-returnedOn = Kapan anak dikembalikan kepada orang tua atau wali?
    .label = Tanggal dikembalikan
    .hint = Pakai tanggal pada berita acara, bila ada.
    .why = Pendampingan berjalan paling lama 6 bulan, dihitung sejak anak dikembalikan.

approach-handedOverOn = Kapan anak diserahkan kepada orang itu?
    .label = Tanggal diserahkan
    .hint = Pakai tanggal pada berita acara, bila ada.
    .why = Pendampingan berjalan paling lama 6 bulan, dihitung sejak anak diserahkan.

approach-name = Siapa nama klien?
    .label = Nama
    .hint = Nama atau inisial. Untuk anak dan korban, inisial sudah cukup.
    .why = Nama dipakai di surat dan kontrak, dan hanya tampil bila Anda memintanya. Daftar dan pengingat memakai kode kasus.

approach-sex = Apa jenis kelamin klien?
    .label = Jenis kelamin
    .hint = Seperti pada kartu identitas, atau menurut klien.
    .why = Dipakai di surat dan genogram, dan saat memilih pendamping yang membuat klien nyaman.

approach-birth = Kapan klien lahir?
    .label = Kelahiran
    .hint = Tanggal lahir, misalnya 12-3-1955, atau umurnya saja: 71 tahun.
    .why = Umur menentukan siapa yang memberi persetujuan: untuk anak di bawah 18 tahun, orang tua atau walinya.

approach-guardianState = Adakah orang tua atau wali yang bisa dihubungi?
    .label = Keadaan wali
    .hint = Bila wali diduga pelaku, jangan hubungi dulu. Bicarakan dengan supervisor.
    .why = Klien berumur di bawah 18 tahun, dan data anak hanya boleh diproses dengan persetujuan orang tua atau walinya.

approach-speaksFor = Siapa yang bisa berbicara untuk anak?
    .label = Suara untuk anak
    .hint = Orang dewasa yang dipercaya anak, atau petugas. Pilih Belum ada bila belum ditemukan.
    .why = Persetujuan untuk anak diberikan orang dewasa. Bila belum ada, supervisor menentukan dasar hukum lain untuk mencatat data.

approach-speaksFor-suspected = Siapa yang bisa berbicara untuk anak?
    .hint = Bukan wali yang diduga pelaku: ia tidak ditanya dan tidak dikabari. Pilih Belum ada bila belum ditemukan.
    .why = Anak perlu orang dewasa yang berdiri di pihaknya. Bila belum ada, supervisor menentukan dasar hukum lain untuk mencatat data.

approach-guardian = Siapa walinya?
    .label = Wali
    .hint = Nama, hubungan, dan umurnya, misalnya: Siti Aminah, ibu, 34.
    .why = Wali ditanyakan karena klien berumur di bawah 18 tahun: persetujuan atas data anak diberikan orang tua atau walinya.

approach-guardian-suspected = Siapa wali yang diduga pelaku itu?
    .hint = Nama dan hubungannya, misalnya: J., ayah tiri. Jangan menghubunginya.
    .why = Supaya siapa pun yang meneruskan kasus ini tahu siapa yang tidak boleh dihubungi.

approach-guardianPhone = Berapa nomor telepon walinya?
    .label = Telepon wali
    .hint = Misalnya 0812 3456 7890. Lewati bila tidak ada.
    .why = Janji temu dengan anak diatur bersama walinya.

approach-headName = Siapa kepala keluarganya?
    .label = Kepala keluarga
    .hint = Orang yang memimpin rumah tangga sekarang, laki-laki atau perempuan.
    .why = Keluarga dicatat dengan nama kepala keluarganya, dan genogram digambar mulai dari dia.

approach-headSex = Apa jenis kelamin kepala keluarga?
    .label = Kepala keluarga: L/P
    .hint = Seperti pada kartu identitas, atau menurut yang bersangkutan.
    .why = Genogram menggambar laki-laki sebagai kotak dan perempuan sebagai lingkaran.

approach-headBirth = Kapan kepala keluarga lahir?
    .label = Kelahiran kepala keluarga
    .hint = Tanggal lahir atau umurnya saja, misalnya: 45 tahun. Lewati bila tidak diketahui.
    .why = Umur membantu memahami beban yang dipikul keluarga.

approach-members = Ada anggota keluarga lain lagi?
    .label = Anggota keluarga
    .first = Adakah orang lain yang tinggal serumah?
    .item = Anggota keluarga { $number }
    .hint = Catat satu per satu siapa pun yang tinggal serumah.
    .why = Keluarga dilayani bersama, jadi perlu jelas siapa saja yang termasuk.

approach-members-member = Siapa anggota keluarga ini?
    .label = Anggota
    .hint = Nama, hubungan dengan kepala keluarga, dan umurnya, misalnya: Rina, anak, 9.
    .why = Setiap orang di rumah punya kebutuhan dan perannya sendiri.

approach-groupName = Apa nama kelompok atau masyarakatnya?
    .label = Nama kelompok
    .hint = Nama yang dipakai warga sendiri, misalnya: Kelompok Tani Maju, warga RW 04.
    .why = Nama ini tercantum di surat dan kesepakatan.

approach-size = Berapa orang jumlahnya?
    .label = Jumlah orang
    .hint = Perkiraan sudah cukup. Tulis angkanya saja, misalnya: 45.
    .why = Jumlah orang menentukan cara kerja: semua duduk bersama, atau lewat perwakilan.

approach-spokesperson = Siapa juru bicaranya?
    .label = Juru bicara
    .hint = Nama dan kedudukannya, misalnya: Yusuf, ketua RT.
    .why = Perlu ada satu orang yang dipercaya warga untuk menerima dan meneruskan kabar.

approach-village = Di desa atau kelurahan mana klien berada?
    .label = Desa/kelurahan
    .hint = Boleh disertai dusun atau RT/RW. Bila tidak punya tempat tinggal tetap, tulis tempat ia biasa berada.
    .why = Supaya klien bisa ditemukan lagi, juga oleh rekan yang menggantikan Anda.

approach-village-group = Di desa atau kelurahan mana mereka berada?
    .hint = Boleh disertai dusun atau RT/RW. Bila anggotanya tersebar, tulis tempat mereka biasa berkumpul.
    .why = Supaya mereka bisa ditemui lagi, juga oleh rekan yang menggantikan Anda.

approach-district = Di kecamatan mana?
    .label = Kecamatan
    .hint = Misalnya: Cibeber. Lewati bila belum tahu.
    .why = Puskesmas dan pendamping setempat bekerja menurut kecamatan.

approach-regency = Di kabupaten atau kota mana?
    .label = Kabupaten/kota
    .hint = Misalnya: Kabupaten Cianjur, atau Kota Kendari.
    .why = Dinas sosial dan lembaga rujukan dicari menurut kabupaten atau kota.

approach-phone = Nomor telepon mana yang bisa dihubungi?
    .label = Telepon
    .hint = Misalnya 0812 3456 7890. Lewati bila tidak ada.
    .why = Untuk mengabari janji temu. Bila telepon itu bisa dibuka pelaku kekerasan, lebih baik tidak dicatat.

approach-phone-group = Nomor telepon juru bicara mana yang bisa dihubungi?
    .hint = Misalnya 0812 3456 7890. Lewati bila tidak ada.
    .why = Untuk mengabari pertemuan. Juru bicara meneruskannya kepada yang lain.

approach-ppks = Klien termasuk jenis PPKS yang mana?
    .label = PPKS
    .hint = Bila ada beberapa, pilih yang utama. Lewati bila tidak termasuk satu pun.
    .why = Jenis PPKS membantu mencari program yang cocok dan masuk dalam laporan lembaga.

approach-ppks-group = Mereka termasuk jenis PPKS yang mana?
    .hint = Bila ada beberapa, pilih yang paling banyak. Lewati bila tidak termasuk satu pun.
    .why = Jenis PPKS membantu mencari program yang cocok dan masuk dalam laporan lembaga.

approach-problem = Apa masalahnya menurut klien?
    .label = Masalah
    .hint = Beberapa kalimat dengan kata-kata klien sendiri. Penilaian Anda menyusul di asesmen.
    .why = Layanan berangkat dari apa yang dirasakan klien.

approach-problem-group = Apa masalahnya menurut mereka?
    .hint = Beberapa kalimat dengan kata-kata warga atau anggota sendiri. Penilaian Anda menyusul di asesmen.
    .why = Layanan berangkat dari apa yang mereka rasakan bersama.

approach-explained = Apa saja yang sudah Anda jelaskan kepada klien?
    .label = Sudah dijelaskan
    .hint = Tandai yang benar-benar sudah dibicarakan. Yang belum masih bisa dijelaskan sekarang.
    .why = Pekerja sosial wajib memberi informasi yang lengkap dan benar tentang layanan. Orang baru bisa setuju bila tahu apa yang disetujuinya.

approach-explained-group = Apa saja yang sudah Anda jelaskan kepada mereka?
    .hint = Tandai yang benar-benar sudah dibicarakan, dalam pertemuan atau lewat pengurusnya.
    .why = Pekerja sosial wajib memberi informasi yang lengkap dan benar tentang layanan. Orang baru bisa setuju bila tahu apa yang disetujuinya.

approach-requirements = Persyaratan mana yang sudah terpenuhi?
    .label = Persyaratan
    .hint = Daftar ini dari lembaga Anda. Lewati bila belum ada yang terpenuhi.
    .why = Dari sini terlihat berkas apa yang masih perlu dibantu mengurusnya.

approach-eligible = Apakah klien memenuhi syarat layanan lembaga?
    .label = Memenuhi syarat
    .hint = Jawab Ya bila layanan bisa diberikan, walau ada berkas yang menyusul.
    .why = Dari sini jalannya bercabang: ke persetujuan dan kontrak, atau ke lembaga lain yang lebih tepat.

approach-eligible-group = Apakah mereka memenuhi syarat layanan lembaga?
    .hint = Jawab Ya bila layanan bisa diberikan, walau ada berkas yang menyusul.
    .why = Dari sini jalannya bercabang: ke persetujuan dan kontrak, atau ke lembaga lain yang lebih tepat.

approach-ineligible = Apa langkah berikutnya?
    .label = Tindak lanjut
    .hint = Rujuk bila ada lembaga lain yang bisa menolong.
    .why = Pekerja sosial wajib merujuk klien kepada pihak yang mempunyai keahlian atau kemampuan yang sesuai.

approach-ineligibleReason = Apa alasannya?
    .label = Alasan
    .hint = Syarat mana yang tidak terpenuhi, dan apa yang sudah Anda sampaikan kepada klien.
    .why = Klien berhak atas alasan yang jelas, dan supervisor perlu bisa memeriksanya.

approach-consent = Apakah layanan ini disetujui?
    .label = Persetujuan
    .hint = Oleh klien, atau oleh yang berhak mewakilinya bila ia di bawah 18 tahun. Diam belum berarti setuju.
    .why = Layanan berjalan atas kemauan klien. Tanpa persetujuan tidak ada kontrak.

approach-consent-no-guardian = Apakah layanan ini disetujui?
    .hint = Tanyakan kepada anak, dan kepada yang berbicara untuknya. Diam belum berarti setuju.
    .why = Layanan berjalan atas kemauan klien. Tanpa persetujuan tidak ada kontrak.

approach-consent-group = Apakah layanan ini disetujui bersama?
    .hint = Dalam musyawarah, atau oleh pengurus yang diberi wewenang. Diam belum berarti setuju; yang keberatan didengar juga.
    .why = Layanan berjalan atas kemauan mereka. Tanpa persetujuan tidak ada kontrak.

approach-declinedReason = Mengapa tidak disetujui?
    .label = Alasan menolak
    .hint = Dengan kata-kata mereka sendiri. Lewati bila tidak disampaikan.
    .why = Penolakan dihormati. Alasannya membantu bila suatu saat mereka datang lagi.

approach-consentBy = Siapa yang berhak menyetujui?
    .label = Disetujui oleh
    .hint = Orang dewasa menyetujui sendiri. Pilih wali atau keluarga bila klien tidak dapat menyatakan kehendaknya.
    .why = Persetujuan melekat pada orang yang memberikannya.

approach-consentPerson = Siapa yang memberi persetujuan?
    .label = Pemberi persetujuan
    .hint = Nama, hubungan atau kedudukannya, dan umur bila tahu, misalnya: Siti Aminah, bibi, 40.
    .why = Namanya tercantum di lembar persetujuan.

approach-consentPerson-no-guardian = Siapa yang memberi persetujuan?
    .hint = Orang yang berbicara untuk anak: nama dan hubungannya, misalnya: Nining, bibi, 40.
    .why = Namanya tercantum di lembar persetujuan.

approach-consentPerson-group = Siapa yang menyatakan persetujuan mereka?
    .hint = Pengurus atau tokoh yang diberi wewenang: nama dan kedudukannya, misalnya: Yusuf, ketua RT.
    .why = Namanya tercantum di lembar persetujuan sebagai wakil.

approach-consentHow = Bagaimana persetujuan diberikan?
    .label = Cara setuju
    .hint = Cap jempol termasuk tertulis. Lisan perlu disaksikan orang lain.
    .why = Caranya dicantumkan di lembar persetujuan supaya bisa dibuktikan kemudian.

approach-consentWitness = Siapa saksinya?
    .label = Saksi
    .hint = Nama orang yang mendengar sendiri, sebaiknya bukan petugas lembaga.
    .why = Persetujuan lisan dibuktikan lewat saksinya.

approach-groupConsentHow = Bagaimana kesepakatan dicapai?
    .label = Cara sepakat
    .hint = Pilih cara yang benar-benar terjadi.
    .why = Cara yang jelas mencegah ada warga yang merasa dilewati.

approach-consentOn = Kapan persetujuan diberikan?
    .label = Tanggal setuju
    .hint = Untuk kesepakatan bersama, tanggal musyawarahnya.
    .why = Layanan dan pencatatan data berpijak pada tanggal ini.

approach-consentOn-group = Kapan kesepakatan itu dicapai?
    .hint = Tanggal musyawarahnya, atau tanggal pada surat persetujuan.
    .why = Layanan dan pencatatan data berpijak pada tanggal ini.

approach-dataConsent = Apakah pencatatan data pribadi diizinkan?
    .label = Izin data
    .hint = Jelaskan dulu: data apa, untuk apa, siapa yang membaca, berapa lama disimpan. Izin ini terpisah dari izin layanan.
    .why = Data pribadi hanya boleh diproses dengan dasar yang sah, antara lain persetujuan yang jelas dari pemiliknya. Untuk anak, dari yang berhak mewakilinya.

approach-dataConsent-no-guardian = Apakah pencatatan data anak diizinkan?
    .hint = Tanyakan kepada yang berbicara untuk anak tadi. Jelaskan dulu: data apa, untuk apa, siapa yang membaca, berapa lama disimpan.
    .why = Data anak hanya boleh dicatat dengan dasar yang sah. Tanpa persetujuan, supervisor menentukan dasar hukum lain.

approach-dataConsent-group = Apakah mereka setuju data pribadinya dicatat?
    .hint = Tanyakan kepada orang yang namanya dicatat: juru bicara, pengurus, tokoh. Jelaskan dulu: data apa, untuk apa, siapa yang membaca, berapa lama disimpan.
    .why = Data pribadi hanya boleh diproses dengan dasar yang sah, antara lain persetujuan yang jelas dari pemiliknya. Keputusan bersama tidak menggantikannya.

approach-dataConsentHow = Bagaimana izin data itu diberikan?
    .label = Cara izin data
    .hint = Tertulis, cap jempol termasuk, atau direkam: suara atau video.
    .why = Persetujuan atas data pribadi harus tertulis atau terekam. Persetujuan lisan saja batal demi hukum.

approach-dataConsentProof = Ada bukti izin datanya?
    .label = Bukti izin data
    .hint = Foto lembar persetujuan, atau rekaman suaranya. Lewati bila menyusul; nanti diingatkan.
    .why = Lembaga wajib bisa menunjukkan bukti persetujuan atas data pribadi.

approach-dataConsentProof-group = Ada bukti izin datanya?
    .hint = Foto lembar persetujuan orang yang namanya dicatat, atau rekaman suaranya. Lewati bila menyusul; nanti diingatkan.
    .why = Lembaga wajib bisa menunjukkan bukti persetujuan atas data pribadi.

approach-consentProof = Ada bukti persetujuannya?
    .label = Bukti persetujuan
    .hint = Foto lembar persetujuan, atau rekaman suara saat setuju. Lewati bila menyusul.
    .why = Lembaga wajib bisa menunjukkan bukti persetujuan atas data pribadi.

approach-consentProof-group = Ada bukti kesepakatannya?
    .hint = Foto berita acara, daftar hadir, atau surat persetujuan. Lewati bila menyusul.
    .why = Dengan bukti, kesepakatan bisa ditunjukkan kepada yang tidak hadir.

approach-aim = Apa tujuan awal layanan ini?
    .label = Tujuan awal
    .hint = Satu atau dua kalimat yang dipahami klien, misalnya: makan teratur dan tidak sendirian di malam hari.
    .why = Tujuan awal adalah janji pertama dalam kontrak. Tujuan yang rinci menyusul setelah asesmen.

approach-aim-group = Apa tujuan awal layanan ini?
    .hint = Satu atau dua kalimat yang dipahami semua, misalnya: setiap rumah mendapat air bersih dan ada pengurus yang mengaturnya.
    .why = Tujuan awal adalah janji pertama dalam kontrak. Tujuan yang rinci menyusul setelah asesmen.

approach-contractUntil = Sampai kapan kontrak ini berlaku?
    .label = Berlaku sampai
    .hint = Misalnya: 28-2-2027. Kontrak bisa diperbarui bila layanan masih diperlukan.
    .why = Batas waktu membuat harapan jelas bagi klien dan bagi Anda.

approach-workerDuties = Apa kewajiban Anda dalam kontrak ini?
    .label = Kewajiban peksos
    .hint = Tandai yang dicantumkan dalam kontrak.
    .why = Klien perlu tahu apa yang boleh diharapkan dari Anda. Kewajiban pekerja sosial diatur undang-undang.

approach-clientDuties = Apa kewajiban klien dalam kontrak ini?
    .label = Kewajiban klien
    .hint = Tandai yang disepakati bersama, dengan bahasa yang dipahami klien.
    .why = Undang-undang juga memberi klien kewajiban, antara lain keterangan yang jujur. Kontrak menyebutnya supaya jelas sejak awal.

approach-clientDuties-group = Apa kewajiban mereka dalam kontrak ini?
    .hint = Tandai yang disepakati bersama, dengan bahasa yang dipahami semua.
    .why = Undang-undang juga memberi klien kewajiban, antara lain keterangan yang jujur. Kontrak menyebutnya supaya jelas sejak awal.

approach-contractTerms = Adakah kesepakatan lain?
    .label = Kesepakatan lain
    .hint = Misalnya: pertemuan setiap Kamis sore. Lewati bila tidak ada.
    .why = Hal kecil yang disepakati di awal mencegah salah paham nanti.

approach-signedOn = Kapan kontrak ditandatangani?
    .label = Tanggal kontrak
    .hint = Belum ditandatangani? Lewati dulu, dan isi setelah klien tanda tangan atau cap jempol.
    .why = Waktu untuk asesmen dihitung sejak tanggal ini.

approach-signedOn-group = Kapan pengurus atau tokohnya menandatangani kontrak?
    .hint = Belum ditandatangani? Lewati dulu, dan isi setelah wakil mereka tanda tangan.
    .why = Waktu untuk asesmen dihitung sejak tanggal ini.

approach-signedPage = Ada foto halaman yang ditandatangani?
    .label = Foto kontrak
    .hint = Pastikan tanda tangan atau cap jempolnya terbaca. Lewati bila menyusul.
    .why = Salinan ini menjadi pegangan bila kertasnya hilang.
