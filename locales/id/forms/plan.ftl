# Rencana intervensi

plan-usg = Nilai setiap masalah dari 1 sampai 5.
    .label = Prioritas (USG)
    .item = Masalah { $number }
    .hint = Jumlah tertinggi didahulukan.
    .why = Tidak semua masalah bisa ditangani sekaligus. Nilai membantu memilih, tetapi masalah yang mengancam keselamatan tetap di depan.

plan-usg-urgency = Seberapa mendesak masalah ini?
    .label = Mendesak
    .hint = 1 bisa menunggu lama, 5 harus ditangani sekarang.
    .why = U dalam USG: urgency. Yang mendesak tidak bisa menunggu giliran.

plan-usg-seriousness = Seberapa berat akibatnya?
    .label = Berat
    .hint = 1 ringan, 5 sangat berat bagi klien atau orang lain.
    .why = S dalam USG: seriousness. Akibat yang berat menaikkan urutan.

plan-usg-growth = Seberapa cepat memburuk bila dibiarkan?
    .label = Memburuk
    .hint = 1 tetap seperti sekarang, 5 cepat memburuk.
    .why = G dalam USG: growth. Masalah yang tumbuh lebih mudah ditangani sekarang.

plan-strengths = Kekuatan mana yang menjadi modal rencana ini?
    .label = Modal
    .hint = Pilih dari hasil asesmen. Boleh lebih dari satu.
    .why = Klien lebih mudah melangkah dari apa yang sudah dimiliki.

plan-goals = Ada tujuan lain?
    .label = Tujuan
    .item = Tujuan { $number }
    .hint = Tiga sampai lima tujuan biasanya cukup.
    .why = Tujuan yang sedikit dan jelas lebih mudah dikerjakan bersama klien.

plan-goals-statement = Apa yang ingin dicapai?
    .label = Tujuan
    .hint = Perubahan pada klien, bukan kegiatan Anda, misalnya: makan tiga kali sehari tanpa diingatkan.
    .why = Tujuan yang dirumuskan bersama klien menjadi milik klien.

plan-goals-statement-group = Apa yang ingin dicapai?
    .hint = Perubahan pada kelompok atau warga, bukan kegiatan Anda, misalnya: iuran air diurus pengurus sendiri.
    .why = Tujuan yang dirumuskan dalam musyawarah menjadi milik bersama.

plan-goals-problem = Tujuan ini menjawab masalah yang mana?
    .label = Untuk masalah
    .hint = Pilih satu yang paling utama.
    .why = Setiap tujuan perlu berangkat dari hasil asesmen.

plan-goals-indicator = Apa tanda bahwa tujuan ini tercapai?
    .label = Indikator
    .hint = Satu hal yang bisa dilihat atau dihitung, misalnya: berapa kali makan sehari menurut catatan kader.
    .why = Dengan tanda yang sama, siapa pun akan menilai sama.

plan-goals-indicator-group = Apa tanda bahwa tujuan ini tercapai?
    .hint = Satu hal yang bisa dilihat atau dihitung, misalnya: berapa rumah membayar iuran setiap bulan.
    .why = Dengan tanda yang sama, siapa pun akan menilai sama.

plan-goals-targetDate = Kapan tujuan ini diharapkan tercapai?
    .label = Target
    .hint = Misalnya: 20-12-2026, atau 30 hari lagi.
    .why = Tanggal membuat tujuan bisa dievaluasi.

plan-goals-gasExpected = Hasil seperti apa yang diharapkan?
    .label = Tingkat 0
    .hint = Hasil yang wajar bila rencana berjalan, misalnya: makan tiga kali sehari.
    .why = Inilah tingkat 0, titik tengah skala pencapaian tujuan (GAS).

plan-goals-gasExpected-group = Hasil seperti apa yang diharapkan?
    .hint = Hasil yang wajar bila rencana berjalan, misalnya: 40 dari 60 rumah membayar iuran.
    .why = Inilah tingkat 0, titik tengah skala pencapaian tujuan (GAS).

plan-goals-gasMore = Bila sedikit lebih baik, seperti apa?
    .label = Tingkat +1
    .hint = Hal yang sama, satu langkah lebih baik, misalnya: tiga kali sehari, sekali ia masak sendiri.
    .why = Lima tingkat yang ditulis sekarang membuat penilaian nanti adil.

plan-goals-gasMore-group = Bila sedikit lebih baik, seperti apa?
    .hint = Hal yang sama, satu langkah lebih baik, misalnya: 50 rumah membayar dan kasnya dilaporkan.
    .why = Lima tingkat yang ditulis sekarang membuat penilaian nanti adil.

plan-goals-gasMuchMore = Bila jauh lebih baik, seperti apa?
    .label = Tingkat +2
    .hint = Hasil terbaik yang masih mungkin. Lewati bila belum terbayang.
    .why = Supaya kemajuan yang melebihi harapan tetap terlihat.

plan-goals-gasLess = Bila sedikit kurang dari harapan, seperti apa?
    .label = Tingkat −1
    .hint = Ada kemajuan, tetapi belum sampai, misalnya: makan dua kali sehari.
    .why = Kemajuan kecil pun pantas tercatat.

plan-goals-gasLess-group = Bila sedikit kurang dari harapan, seperti apa?
    .hint = Ada kemajuan, tetapi belum sampai, misalnya: 25 rumah membayar iuran.
    .why = Kemajuan kecil pun pantas tercatat.

plan-goals-gasMuchLess = Bila jauh dari harapan, seperti apa?
    .label = Tingkat −2
    .hint = Sering kali sama dengan keadaan sekarang. Lewati bila belum terbayang.
    .why = Dengan tingkat ini, keadaan yang tidak bergerak cepat terlihat.

plan-activities = Ada kegiatan lain?
    .label = Kegiatan
    .item = Kegiatan { $number }
    .hint = Catat satu per satu, mulai dari yang paling dekat waktunya.
    .why = Kegiatan adalah jalan menuju tujuan.

plan-activities-activity = Apa kegiatannya?
    .label = Kegiatan
    .hint = Misalnya: mengatur jadwal makan siang dari tetangga.
    .why = Supaya klien dan yang mendampinginya tahu apa yang akan terjadi.

plan-activities-activity-group = Apa kegiatannya?
    .hint = Misalnya: musyawarah memilih pengurus air.
    .why = Supaya semua tahu apa yang akan terjadi.

plan-activities-role = Apa peran Anda dalam kegiatan ini?
    .label = Peran
    .hint = Pilih peran yang paling menonjol.
    .why = Peran yang jelas membuat batas tugas Anda jelas juga.

plan-activities-role-group = Apa peran Anda dalam kegiatan ini?
    .hint = Pilih peran yang paling menonjol.
    .why = Peran yang jelas membuat batas tugas Anda jelas juga.

plan-activities-who = Siapa yang melakukannya?
    .label = Pelaksana
    .hint = Tulis peran, bukan nama orang, misalnya: keluarga, kader, puskesmas, saya.
    .why = Kegiatan tanpa pelaksana biasanya tidak terjadi.

plan-activities-who-group = Siapa yang melakukannya?
    .hint = Tulis peran, bukan nama orang, misalnya: pengurus, kader, karang taruna, saya.
    .why = Kegiatan yang dipegang mereka sendiri lebih mungkin bertahan.

plan-activities-schedule = Kapan dilakukan?
    .label = Waktu
    .hint = Misalnya: setiap Selasa, atau 5 Desember.
    .why = Jadwal membantu klien bersiap.

plan-activities-resource = Apa yang diperlukan?
    .label = Sumber daya
    .hint = Biaya, alat, kendaraan, surat. Lewati bila tidak ada.
    .why = Yang perlu disiapkan sebaiknya diketahui sebelum hari kegiatan.

plan-sourceSystems = Siapa saja yang dilibatkan?
    .label = Sistem sumber
    .hint = Yang aman bagi klien: keluarga, tetangga, tokoh, lembaga, dan bagian masing-masing.
    .why = Pekerja sosial menghubungkan klien dengan orang dan lembaga yang bisa terus menolong.

plan-sourceSystems-group = Siapa saja yang dilibatkan?
    .hint = Pengurus, tokoh, pemerintah desa, lembaga, dan bagian masing-masing. Libatkan juga yang jarang didengar.
    .why = Pekerja sosial menghubungkan mereka dengan orang dan lembaga yang bisa terus menolong.

plan-referralInstitutions = Lembaga rujukan mana yang disiapkan?
    .label = Lembaga rujukan
    .hint = Misalnya: Puskesmas Cibeber untuk periksa gula darah. Lewati bila belum perlu.
    .why = Rujukan yang disiapkan sejak awal berjalan lebih cepat saat diperlukan.

plan-referralInstitutions-group = Lembaga rujukan mana yang disiapkan?
    .hint = Misalnya: Dinas PU untuk saluran air. Lewati bila belum perlu.
    .why = Rujukan yang disiapkan sejak awal berjalan lebih cepat saat diperlukan.

plan-evaluationDate = Kapan rencana ini dievaluasi?
    .label = Evaluasi
    .hint = Kebiasaan umum: 30 hari lagi. Lembaga Anda boleh menetapkan lain.
    .why = Anda akan diingatkan menjelang tanggal ini.

plan-voice = Siapa yang ikut ditanya untuk anak?
    .label = Suara untuk anak
    .hint = Orang dewasa yang dipercaya anak, atau petugas. Pilih Belum ada bila belum ditemukan.
    .why = Rencana untuk anak dibicarakan juga dengan orang dewasa yang berdiri di pihaknya.

plan-voice-suspected = Siapa yang ikut ditanya untuk anak?
    .hint = Bukan wali yang diduga pelaku. Pilih Belum ada bila belum ditemukan.
    .why = Rencana untuk anak dibicarakan juga dengan orang dewasa yang berdiri di pihaknya.

plan-agreement = Apakah klien menyetujui rencana ini?
    .label = Sikap klien
    .hint = Bacakan tujuan dan kegiatannya dulu, dengan bahasa yang dipahami klien.
    .why = Klien berhak menyetujui atau menolak rencana intervensi. Bila menolak, rencana disusun lagi bersama.

plan-agreement-group = Apakah mereka menyetujui rencana ini?
    .hint = Bacakan tujuan dan kegiatannya dulu, dalam musyawarah atau kepada pengurus yang diberi wewenang.
    .why = Klien berhak menyetujui atau menolak rencana intervensi. Bila menolak, rencana disusun lagi bersama.

plan-agreedHow = Bagaimana kesepakatan atas rencana dicapai?
    .label = Cara sepakat
    .hint = Pilih cara yang benar-benar terjadi.
    .why = Cara yang jelas mencegah ada yang merasa dilewati.

plan-guardianAgreement = Apakah orang tua atau walinya juga menyetujui?
    .label = Sikap wali
    .hint = Bacakan juga kepadanya.
    .why = Orang tua atau wali ikut menjalankan rencana bagi anak.

plan-declinedReason = Bagian mana yang ditolak?
    .label = Alasan menolak
    .hint = Beserta alasannya, dengan kata-kata klien sendiri.
    .why = Perbaikan rencana dimulai dari bagian ini.
