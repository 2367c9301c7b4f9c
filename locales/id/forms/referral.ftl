# Rujukan

referral-institution = Klien dirujuk ke lembaga mana?
    .label = Lembaga tujuan
    .hint = Nama lengkap lembaganya, misalnya: RSUD Sayang, Poli Jiwa.
    .why = Surat rujukan ditujukan kepada lembaga ini.

referral-institution-group = Ke lembaga mana mereka dirujuk?
    .hint = Nama lengkap lembaganya, misalnya: Dinas Pekerjaan Umum Kabupaten Cianjur.
    .why = Surat rujukan ditujukan kepada lembaga ini.

referral-kind = Lembaga itu jenis apa?
    .label = Jenis lembaga
    .hint = Pilih yang paling dekat.
    .why = Dari sini lembaga Anda tahu rujukan ke mana yang paling sering diperlukan.

referral-reason = Mengapa klien dirujuk?
    .label = Alasan
    .hint = Kebutuhan yang tidak bisa dipenuhi di sini, dan apa yang diharapkan dari sana.
    .why = Pekerja sosial wajib merujuk klien kepada pihak yang mempunyai keahlian atau kemampuan yang sesuai.

referral-reason-group = Mengapa mereka dirujuk?
    .hint = Kebutuhan yang tidak bisa dipenuhi di sini, dan apa yang diharapkan dari sana.
    .why = Pekerja sosial wajib merujuk klien kepada pihak yang mempunyai keahlian atau kemampuan yang sesuai.

referral-shareGround = Bolehkah keterangan klien dibagikan?
    .label = Izin berbagi
    .hint = Minta izin klien; untuk anak, yang berhak mewakilinya, bukan orang yang diduga pelaku. Tanpa izin hanya bila darurat, diminta penegak hukum, atau diperintahkan undang-undang.
    .why = Identitas dan kondisi klien rahasia. Undang-undang menyebut kapan boleh dibuka.

referral-shareGround-group = Bolehkah keterangan mereka dibagikan?
    .hint = Minta izin pengurus yang diberi wewenang; untuk data satu orang, orang itu sendiri. Tanpa izin hanya bila darurat, diminta penegak hukum, atau diperintahkan undang-undang.
    .why = Identitas dan kondisi klien rahasia. Undang-undang menyebut kapan boleh dibuka.

referral-shared = Apa saja yang dibagikan?
    .label = Yang dibagikan
    .hint = Seperlunya saja untuk tujuan rujukan.
    .why = Data pribadi dibagikan terbatas dan sesuai tujuannya.

referral-shared-group = Apa saja yang dibagikan?
    .hint = Seperlunya saja untuk tujuan rujukan. Nama orang hanya bila lembaga itu memerlukannya.
    .why = Data pribadi dibagikan terbatas dan sesuai tujuannya.

referral-contact = Siapa yang dihubungi di sana?
    .label = Kontak
    .hint = Nama dan jabatannya. Lewati bila belum tahu.
    .why = Rujukan lebih cepat sampai bila ada orang yang menunggu.

referral-phone = Berapa nomor teleponnya?
    .label = Telepon kontak
    .hint = Nomor orang atau lembaganya. Lewati bila tidak ada.
    .why = Untuk memastikan klien benar-benar diterima.

referral-sentOn = Kapan rujukan dikirim?
    .label = Tanggal kirim
    .hint = Bila belum dikirim, tulis tanggal rencananya.
    .why = Bila belum ada jawaban sesudah beberapa hari, Anda akan diingatkan.

referral-letter = Ada foto surat rujukannya?
    .label = Surat rujukan
    .hint = Foto atau berkas surat yang sudah ditandatangani. Lewati bila menyusul.
    .why = Salinan ini menjadi pegangan bila surat hilang di jalan.

referral-status = Bagaimana kabar rujukannya?
    .label = Status
    .hint = Selesai dilayani berarti klien sudah mendapat yang diperlukan di sana.
    .why = Rujukan belum selesai sebelum klien benar-benar ditolong.

referral-statusOn = Kapan kabar itu diterima?
    .label = Tanggal kabar
    .hint = Misalnya: hari ini, atau 12-3-2026.
    .why = Lama menunggu menjadi bahan pertimbangan untuk rujukan berikutnya.

referral-statusNote = Adakah catatan dari sana?
    .label = Catatan
    .hint = Jadwal, syarat tambahan, alasan penolakan, atau hasil layanan. Lewati bila tidak ada.
    .why = Dari catatan ini terlihat langkah berikutnya bagi klien.
