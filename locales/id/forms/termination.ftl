# Terminasi

termination-reason = Mengapa layanan diakhiri?
    .label = Alasan
    .hint = Pilih alasan yang utama.
    .why = Alasan menentukan apa yang masih perlu dilakukan. Bila klien meninggal, pertanyaan untuk klien tidak diajukan.

termination-reason-group = Mengapa layanan diakhiri?
    .hint = Pilih alasan yang utama. Bila kelompoknya bubar, pilih Keadaan tak terduga.
    .why = Alasan menentukan apa yang masih perlu dilakukan.

termination-reasonNote = Apa yang terjadi?
    .label = Penjelasan
    .hint = Beberapa kalimat saja.
    .why = Siapa pun yang membaca berkas ini nanti perlu memahami akhirnya.

termination-endedOn = Kapan layanan berakhir?
    .label = Berakhir pada
    .hint = Misalnya: hari ini, atau 12-3-2026.
    .why = Tanggal ini tercantum di berita acara.

termination-independence = Tanda kemandirian mana yang sudah ada?
    .label = Kemandirian
    .hint = Tandai yang benar-benar Anda lihat.
    .why = Yang belum ada menjadi perhatian dalam bimbingan lanjut.

termination-independence-group = Apa yang sudah berjalan tanpa Anda?
    .hint = Tandai yang benar-benar Anda lihat.
    .why = Yang belum berjalan menjadi perhatian dalam bimbingan lanjut.

termination-clientTold = Apakah klien sudah diberi tahu?
    .label = Klien tahu
    .hint = Sebaiknya dibicarakan beberapa minggu sebelumnya.
    .why = Perpisahan yang tiba-tiba bisa melukai. Klien perlu waktu untuk bersiap.

termination-clientTold-group = Apakah mereka sudah diberi tahu?
    .hint = Dalam pertemuan, atau lewat pengurusnya. Sebaiknya beberapa minggu sebelumnya.
    .why = Mereka perlu waktu untuk mengambil alih yang selama ini Anda bantu.

termination-notToldReason = Mengapa belum?
    .label = Alasan belum
    .hint = Misalnya: klien pindah tanpa kabar sejak Oktober, sudah tiga kali dicari.
    .why = Upaya menghubungi klien menunjukkan ia tidak ditinggalkan begitu saja.

termination-notToldReason-group = Mengapa belum?
    .hint = Misalnya: kelompok bubar, tiga kali undangan tidak ada yang datang.
    .why = Upaya menghubungi mereka menunjukkan mereka tidak ditinggalkan begitu saja.

termination-clientAgrees = Apakah klien setuju layanan diakhiri?
    .label = Klien setuju
    .hint = Klien boleh keberatan. Keberatannya dicatat.
    .why = Layanan dimulai bersama, diakhiri bersama juga.

termination-clientAgrees-group = Apakah mereka setuju layanan diakhiri?
    .hint = Mereka boleh keberatan. Keberatannya dicatat, juga dari sebagian saja.
    .why = Layanan dimulai bersama, diakhiri bersama juga.

termination-objection = Apa keberatan klien?
    .label = Keberatan
    .hint = Dengan kata-katanya sendiri, dan apa jawaban Anda.
    .why = Supervisor mempertimbangkan keberatan ini sebelum menyetujui terminasi.

termination-objection-group = Apa keberatan mereka?
    .hint = Dengan kata-kata mereka sendiri, dan apa jawaban Anda.
    .why = Supervisor mempertimbangkan keberatan ini sebelum menyetujui terminasi.

termination-guardianTold = Apakah orang tua atau walinya juga diberi tahu?
    .label = Wali tahu
    .hint = Sampaikan juga ke mana mereka bisa bertanya nanti.
    .why = Mereka yang menjaga anak setelah layanan berakhir.

termination-voice = Siapa yang ikut diberi tahu untuk anak?
    .label = Suara untuk anak
    .hint = Orang dewasa yang dipercaya anak, atau petugas. Pilih Belum ada bila belum ditemukan.
    .why = Anak perlu orang dewasa yang menjaganya setelah layanan berakhir.

termination-voice-suspected = Siapa yang ikut diberi tahu untuk anak?
    .hint = Bukan wali yang diduga pelaku. Pilih Belum ada bila belum ditemukan.
    .why = Anak perlu orang dewasa yang menjaganya setelah layanan berakhir.

termination-summary = Ringkasnya, apa yang berubah sejak awal?
    .label = Ringkasan
    .hint = Keadaan awal, yang dikerjakan, keadaan sekarang.
    .why = Ringkasan ini menjadi isi berita acara, dan bekal bila kasus dibuka lagi.

termination-aftercare = Apakah ada bimbingan lanjut?
    .label = Bimbingan lanjut
    .hint = Kebiasaan umum: kunjungan setelah 1, 3, dan 6 bulan.
    .why = Dalam rehabilitasi sosial, bimbingan lanjut adalah tahap sesudah terminasi. Perubahan perlu dijaga.

termination-firstVisit = Kapan kunjungan pertama?
    .label = Kunjungan pertama
    .hint = Kebiasaan umum: sebulan setelah layanan berakhir.
    .why = Anda akan diingatkan menjelang tanggal ini.

termination-aftercareFocus = Apa yang perlu diperhatikan saat kunjungan?
    .label = Perhatian
    .hint = Misalnya: apakah giliran makan dari tetangga masih berjalan. Lewati bila belum ada.
    .why = Supaya kunjungan langsung melihat hal yang penting, juga bila orang lain yang datang.

termination-aftercareFocus-group = Apa yang perlu diperhatikan saat kunjungan?
    .hint = Misalnya: apakah iuran air masih diurus pengurus. Lewati bila belum ada.
    .why = Supaya kunjungan langsung melihat hal yang penting, juga bila orang lain yang datang.
