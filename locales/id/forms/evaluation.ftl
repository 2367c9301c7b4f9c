# Evaluasi

evaluation-date = Kapan evaluasi dilakukan?
    .label = Tanggal
    .hint = Hari Anda menilai bersama klien.
    .why = Perubahan dibaca dari tanggal ke tanggal.

evaluation-attainment = Nilai setiap tujuan dalam rencana.
    .label = Pencapaian tujuan
    .item = Tujuan { $number }
    .hint = Lima tingkat dari rencana tampil di setiap tujuan.
    .why = Hasil setiap tujuan digabung menjadi satu angka (skor T) yang bisa dibandingkan.

evaluation-attainment-level = Sampai tingkat mana tujuan ini tercapai?
    .label = Tingkat
    .hint = 0 sesuai harapan, +1 dan +2 lebih baik, −1 dan −2 masih kurang.
    .why = Nilai apa adanya. Tujuan yang belum tercapai memberi tahu apa yang perlu diubah.

evaluation-attainment-evidence = Apa buktinya?
    .label = Bukti
    .hint = Yang terlihat atau terhitung menurut indikatornya. Lewati bila sudah ada di catatan sesi.
    .why = Dengan bukti, nilai ini bisa dipahami orang lain.

evaluation-functioningNeeds = Seberapa mampu klien memenuhi kebutuhan dan hak dasarnya sekarang?
    .label = Kebutuhan dan hak
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai pada asesmen.

evaluation-functioningNeeds-group = Seberapa mampu mereka memenuhi kebutuhan dan hak dasar bersama kini?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai pada asesmen.

evaluation-functioningRoles = Seberapa mampu klien menjalankan tugas dan perannya sekarang?
    .label = Tugas dan peran
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai pada asesmen.

evaluation-functioningRoles-group = Seberapa mampu mereka menjalankan tugas dan peran bersama kini?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai pada asesmen.

evaluation-functioningCoping = Seberapa mampu klien mengatasi masalah hidupnya sekarang?
    .label = Mengatasi masalah
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai pada asesmen.

evaluation-functioningCoping-group = Seberapa mampu mereka mengatasi masalah bersama kini?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai pada asesmen.

evaluation-helped = Apa yang paling membantu?
    .label = Yang membantu
    .hint = Kegiatan, orang, waktu, atau cara kerja.
    .why = Yang membantu diteruskan, juga untuk klien lain.

evaluation-hindered = Apa yang menghambat?
    .label = Yang menghambat
    .hint = Di pihak klien, lembaga, atau lingkungan. Lewati bila tidak ada.
    .why = Hambatan yang dikenali bisa diperbaiki dalam rencana berikutnya.

evaluation-clientView = Bagaimana menurut klien sendiri?
    .label = Pandangan klien
    .hint = Kutip kata-katanya bila bisa.
    .why = Klien yang paling tahu apakah hidupnya lebih baik.

evaluation-clientView-group = Bagaimana menurut mereka sendiri?
    .hint = Tanyakan dalam FGD atau musyawarah, juga kepada yang jarang bicara. Kutip kata-katanya bila bisa.
    .why = Mereka yang paling tahu apakah hidup bersama menjadi lebih baik.

evaluation-decision = Apa keputusannya?
    .label = Keputusan
    .hint = Putuskan bersama klien.
    .why = Setelah evaluasi, layanan dilanjutkan, dirujuk, atau diakhiri.

evaluation-decisionReason = Apa alasan keputusan itu?
    .label = Alasan
    .hint = Satu atau dua kalimat.
    .why = Alasan ini dibaca supervisor, dan pekerja sosial yang mungkin menggantikan Anda.

evaluation-nextEvaluation = Kapan evaluasi berikutnya?
    .label = Evaluasi berikutnya
    .hint = Kebiasaan umum: 30 hari lagi. Lembaga Anda boleh menetapkan lain.
    .why = Anda akan diingatkan menjelang tanggal ini.
