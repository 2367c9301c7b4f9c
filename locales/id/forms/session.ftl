# Catatan sesi

session-date = Kapan sesi ini berlangsung?
    .label = Tanggal
    .hint = Misalnya: hari ini, kemarin, atau 12-3-2026.
    .why = Catatan perkembangan disusun menurut tanggal.

session-roles = Peran apa yang Anda jalankan?
    .label = Peran
    .hint = Boleh lebih dari satu.
    .why = Dari peran terlihat cara kerja mana yang menolong klien ini.

session-roles-group = Peran apa yang Anda jalankan?
    .hint = Boleh lebih dari satu.
    .why = Dari peran terlihat cara kerja mana yang menolong mereka.

session-goals = Tujuan mana yang dikerjakan?
    .label = Tujuan
    .hint = Boleh lebih dari satu. Lewati bila sesi ini untuk hal lain.
    .why = Supaya tidak ada tujuan yang terlupa.

session-note = Apa yang terjadi dalam sesi ini?
    .label = Kegiatan dan tanggapan
    .hint = Dua atau tiga kalimat: yang Anda lakukan, dan yang dikatakan atau diperlihatkan klien.
    .why = Catatan singkat dan jujur hari ini lebih berguna daripada catatan panjang minggu depan.

session-note-group = Apa yang terjadi dalam sesi ini?
    .hint = Dua atau tiga kalimat: siapa yang hadir, yang terjadi, yang mereka katakan atau sepakati.
    .why = Catatan singkat dan jujur hari ini lebih berguna daripada catatan panjang minggu depan.

session-progress = Bagaimana perkembangannya?
    .label = Perkembangan
    .hint = Dibandingkan sesi sebelumnya.
    .why = Bila beberapa sesi tidak bergerak, rencana perlu dilihat lagi bersama supervisor.

session-obstacles = Adakah hambatan?
    .label = Hambatan
    .hint = Misalnya: obat habis, kendaraan umum tidak jalan. Lewati bila tidak ada.
    .why = Hambatan yang tercatat bisa dibicarakan dalam supervisi.

session-obstacles-group = Adakah hambatan?
    .hint = Misalnya: hujan, yang hadir sedikit, pengurus berselisih. Lewati bila tidak ada.
    .why = Hambatan yang tercatat bisa dibicarakan dalam supervisi.

session-nextDate = Kapan sesi berikutnya?
    .label = Sesi berikutnya
    .hint = Misalnya: besok, atau Kamis depan. Lewati bila belum dijanjikan.
    .why = Anda akan diingatkan menjelang tanggal ini.

session-attachment = Ada foto, suara, berkas, atau lokasi?
    .label = Lampiran
    .hint = Hindari wajah klien bila tidak perlu. Lewati bila tidak ada.
    .why = Bukti kecil dari lapangan menguatkan catatan Anda.

session-attachment-group = Ada foto, suara, berkas, atau lokasi?
    .hint = Misalnya daftar hadir, hasil pemetaan, notulen. Hindari wajah anak. Lewati bila tidak ada.
    .why = Bukti kecil dari lapangan menguatkan catatan Anda.
