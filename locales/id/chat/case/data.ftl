# Izin atas data klien, dasar hukum lain, dan bila tidak ada dasar.

data-unproven = 📎 Izin data: belum ada bukti. Kirim foto surat atau rekamannya.
data-grounded = 📜 Dasar hukum data: { $ground } (UU 27/2022 Pasal 20 ayat (2) huruf { $letter }), ditetapkan { $name }, { $since }. Alasannya: { $reason }
data-missing-refused = ⛔ Pencatatan data pribadi tidak diizinkan.
data-missing-withdrawn = ⛔ Klien mencabut izin datanya.
data-missing-nobody-speaks = ⛔ Belum ada yang berhak mengizinkan pencatatan data anak ini.
data-held = Sejak { $since } kasus ini hanya bisa dibaca, sampai { $name } menetapkan dasar hukumnya atau menghentikannya. Bahaya dan laporan sosial yang diminta penegak hukum tetap dapat dicatat.
data-held-now = Kasus ini hanya bisa dibaca sampai { $name } menetapkan dasar hukum lain atau menghentikannya. Bahaya tetap dapat dicatat.
declined-held = Kasus ini hanya bisa dibaca: belum ada dasar hukum untuk menyimpan datanya. Lihat kartu kasus.

legal-ground-contract = perjanjian
about-ground-contract = <b>{ $letter }. Perjanjian</b>: klien terikat perjanjian, dan datanya diperlukan untuk memenuhinya.
legal-ground-legal-obligation = kewajiban hukum
about-ground-legal-obligation = <b>{ $letter }. Kewajiban hukum</b>: peraturan mewajibkan lembaga mencatatnya, misalnya laporan yang diminta penyidik.
legal-ground-vital-interest = kepentingan vital
about-ground-vital-interest = <b>{ $letter }. Kepentingan vital</b>: menyangkut kelangsungan hidup klien, misalnya perawatan medis yang serius.
legal-ground-public-task = tugas pelayanan publik
about-ground-public-task = <b>{ $letter }. Tugas pelayanan publik</b>: lembaga menjalankan tugas kepentingan umum atau kewenangan dari peraturan.
legal-ground-legitimate-interest = kepentingan yang sah lainnya
about-ground-legitimate-interest = <b>{ $letter }. Kepentingan yang sah lainnya</b>: setelah ditimbang, tidak merugikan hak klien.

ground-which = <b>{ $code }</b> · { $worker }
    { $why }
    Kasus ini hanya bisa dibaca. Adakah dasar lain untuk menyimpan datanya (UU 27/2022 Pasal 20 ayat (2))? Bila tidak ada, hentikan.
ground-reason = Dasar yang dipilih: huruf { $letter }, { $ground }. Mengapa dasar ini berlaku di kasus ini? Alasannya tercatat dengan nama Anda.
ground-stop-reason = Mengapa kasus ini dihentikan? Sesudahnya kasus ditutup.
ground-named = ✅ <b>{ $code }</b> dapat dilanjutkan dengan dasar huruf { $letter }, { $ground }.
ground-stopped = <b>{ $code }</b> dihentikan dan ditutup.
notice-ground-wanted = ⛔ <b>{ $code }</b> ({ $name }): tidak ada izin data klien. Kasus hanya bisa dibaca sampai ada dasar hukum lain.
notice-ground = 📜 { $name } menetapkan dasar hukum untuk <b>{ $code }</b>: huruf { $letter }, { $ground }. Kasus dapat dilanjutkan.
notice-ground-stopped = { $name } menghentikan <b>{ $code }</b>: tidak ada dasar hukum untuk menyimpan datanya. Kasus ditutup.

withdrawal-day = Kapan klien di <b>{ $code }</b> mencabut izin datanya?
withdrawal-how = { $day }. Bagaimana klien menyampaikannya? Misalnya lisan saat kunjungan, atau lewat surat.
withdrawal-noted = Pencabutan izin data di <b>{ $code }</b> tercatat. Mulai sekarang kasus hanya bisa dibaca.

button-ground = { $letter }. { $ground }
button-name-ground = 📜 Tetapkan dasar hukum
button-ground-stop = ⏹ Tidak ada, hentikan kasus
button-client-withdraws = Klien mencabut izin data
button-consent-proof = 📎 Kirim bukti izin data
