# Bimbingan lanjut

aftercare-date = Kapan kunjungan ini?
    .label = Tanggal
    .hint = Misalnya: hari ini, atau 12-3-2026.
    .why = Dalam rehabilitasi sosial, bimbingan lanjut adalah tahap sesudah terminasi.

aftercare-how = Bagaimana Anda bertemu klien?
    .label = Cara bertemu
    .hint = Telepon juga boleh bila jaraknya jauh.
    .why = Yang dilihat sendiri berbeda dari yang didengar lewat telepon.

aftercare-how-group = Bagaimana Anda bertemu mereka?
    .hint = Telepon kepada pengurus juga boleh bila jaraknya jauh.
    .why = Yang dilihat sendiri berbeda dari yang didengar lewat telepon.

aftercare-place = Di mana bertemunya?
    .label = Tempat
    .hint = Misalnya: warung di depan balai desa.
    .why = Supaya jelas dalam keadaan apa Anda bertemu klien.

aftercare-danger = Apakah ada bahaya saat ini?
    .label = Bahaya
    .hint = Tandai semua yang Anda lihat atau dengar. Bila ragu, tandai saja.
    .why = Bila ada bahaya, langkah darurat langsung tampil dan supervisor Anda diberi tahu tanpa nama klien.

aftercare-situation = Bagaimana keadaan klien sekarang?
    .label = Keadaan
    .hint = Kesehatan, hubungan, kegiatan, dukungan, penghasilan. Beberapa kalimat.
    .why = Kunjungan ini menjaga supaya hasil yang dicapai tidak hilang.

aftercare-situation-group = Bagaimana keadaan mereka sekarang?
    .hint = Kegiatan, pengurus, kas, hubungan antarwarga, yang tertinggal. Beberapa kalimat.
    .why = Kunjungan ini menjaga supaya hasil yang dicapai tidak hilang.

aftercare-functioningNeeds = Seberapa mampu klien memenuhi kebutuhan dan hak dasarnya sekarang?
    .label = Kebutuhan dan hak
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai saat evaluasi.

aftercare-functioningNeeds-group = Seberapa mampu mereka memenuhi kebutuhan dan hak dasar bersama kini?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai saat evaluasi.

aftercare-functioningRoles = Seberapa mampu klien menjalankan tugas dan perannya sekarang?
    .label = Tugas dan peran
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai saat evaluasi.

aftercare-functioningRoles-group = Seberapa mampu mereka menjalankan tugas dan peran bersama kini?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai saat evaluasi.

aftercare-functioningCoping = Seberapa mampu klien mengatasi masalah hidupnya sekarang?
    .label = Mengatasi masalah
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai saat evaluasi.

aftercare-functioningCoping-group = Seberapa mampu mereka mengatasi masalah bersama kini?
    .hint = 1 belum mampu sama sekali, 3 mampu dengan bantuan, 5 mampu sendiri.
    .why = Nilai ini dibandingkan dengan nilai saat evaluasi.

aftercare-carriesOn = Apakah kegiatan bersama masih berjalan?
    .label = Keberlanjutan
    .hint = Pilih yang paling sesuai dengan yang Anda lihat.
    .why = Kelompok yang berjalan sendiri adalah tanda layanan berhasil.

aftercare-reopen = Apakah kasus perlu dibuka lagi?
    .label = Dibuka lagi
    .hint = Ya bila klien memerlukan lebih dari sekadar kunjungan.
    .why = Membuka lagi bukan kegagalan. Lebih baik sekarang daripada menunggu keadaan memburuk.

aftercare-reopenReason = Mengapa perlu dibuka lagi?
    .label = Alasan
    .hint = Apa yang berubah, dan apa yang diperlukan klien.
    .why = Kasus yang sudah ditutup hanya dibuka lagi dengan alasan.

aftercare-nextVisit = Kapan kunjungan berikutnya?
    .label = Kunjungan berikutnya
    .hint = Lewati bila tanggalnya belum ada; jadwal lembaga yang dipakai.
    .why = Anda akan diingatkan menjelang tanggal ini.
