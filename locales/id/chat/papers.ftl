# Dokumen yang dibuat dari formulir: tombolnya, kiriman, dan kata-kata di dalamnya.

button-paper = 🖨 { $paper }
paper-ordered = Sedang dibuat. Dokumennya segera masuk ke percakapan ini.
paper-caption = 📄 { $paper } · { $code }
paper-print = Unduh dan cetak dokumen ini sebelum hilang dari percakapan. Simpan cetakannya di tempat yang aman.
paper-refused = { $paper } · { $code } tidak berhasil dibuat, dan itu bukan salah Anda. Jawabannya aman. Sampaikan kode ini kepada admin lembaga: { $reference }.

paper-consent = Lembar persetujuan
paper-contract = Kontrak layanan
paper-assessment = Laporan asesmen
paper-plan = Rencana intervensi
paper-session = Catatan perkembangan
paper-evaluation = Laporan evaluasi
paper-referral = Surat rujukan
paper-termination = Berita acara terminasi
paper-aftercare = Catatan bimbingan lanjut

paper-draft = DRAF
paper-confidential = RAHASIA
paper-page = Halaman
paper-of = dari
paper-code = Kode kasus
paper-client = Nama klien
paper-worker = Pekerja sosial
paper-sequence = Ke-
paper-score = Skor
paper-level = Keadaan yang dicapai
paper-ranking = Urutan masalah menurut urgensi (U), keseriusan (S), dan perkembangan (G)
paper-problem = Masalah
paper-problem-safety = { $problem } (menyangkut keselamatan)
paper-sum = Jumlah
paper-t-score = Pencapaian tujuan (GAS): skor T { $score }. Skor 50 berarti sesuai harapan.
paper-outcome = Hasil sebelum dan sesudah
paper-functioning = Keberfungsian sosial, skala 1 sampai 5
paper-before = Asesmen
paper-now = Sekarang

paper-signs-client = Klien atau yang mewakili
paper-signs-representative = Pengurus atau tokoh yang mewakili
paper-signs-worker = Pekerja sosial
paper-signs-witness = Saksi
paper-signs-supervisor = Supervisor

paper-rights = Hak saya
paper-right-stop = Saya boleh berhenti kapan saja, dan boleh menarik persetujuan ini.
paper-right-see = Saya boleh melihat data saya, meminta perbaikan, dan meminta data saya dihapus.
paper-right-complain = Saya boleh mengadu kepada pimpinan lembaga bila ada yang tidak sesuai.

paper-consent-opening = Saya yang bertanda tangan di bawah ini sudah mendapat penjelasan dari pekerja sosial { $institution }, dengan bahasa yang saya mengerti, dan sudah boleh bertanya.
paper-consent-explained = Yang dijelaskan kepada saya
paper-consent-agreed = Yang saya setujui
paper-consent-data = Data saya dicatat dan disimpan { $institution } untuk pelayanan sosial bagi saya. Yang membacanya pekerja sosial saya dan supervisornya. Untuk laporan saya dihitung tanpa nama. Data saya hanya diberikan kepada pihak lain dengan izin saya, atau bila undang-undang mewajibkan.
paper-consent-service = Saya menerima pelayanan sosial dari { $institution }.
paper-consent-service-group = Kelompok atau warga yang saya wakili menerima pelayanan sosial dari { $institution }.

paper-contract-opening = Klien dan pekerja sosial sepakat tentang pelayanan berikut.
paper-contract-aim = Tujuan
paper-contract-until = Berlaku sampai
paper-contract-worker = Yang dilakukan pekerja sosial
paper-contract-client = Yang dilakukan klien
paper-contract-terms = Kesepakatan lain

paper-number = Nomor
paper-nature = Sifat
paper-nature-secret = Rahasia
paper-subject = Hal
paper-subject-referral = Rujukan klien { $code }
paper-addressee = Yth.
paper-referral-opening = Bersama surat ini kami merujuk klien kami dengan kode { $code } untuk memperoleh pelayanan Bapak/Ibu.
paper-referral-reason = Alasan rujukan
paper-referral-ground = Keterangan di atas diberikan atas dasar: { $ground }. Mohon digunakan hanya untuk pelayanan bagi klien ini dan dijaga kerahasiaannya.
paper-referral-closing = Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.
paper-receipt = Tanda terima
paper-receipt-name = Nama penerima
paper-receipt-position = Jabatan
paper-receipt-date = Tanggal
paper-receipt-signature = Tanda tangan

paper-termination-opening = Dengan berita acara ini pelayanan bagi klien dengan kode { $code } dinyatakan selesai, dengan keterangan berikut.

paper-enclosed = Lampiran
paper-copies = Tembusan
paper-copies-archive = Arsip lembaga
paper-copy = Salinan ke-{ $number }
paper-check = Kode periksa, bukan tanda tangan elektronik tersertifikasi. Pindai untuk mengetahui nomor, tanggal, dan apakah dokumen ini masih berlaku.

verify-valid = ✅ <b>Dokumen ini berlaku.</b>
verify-draft = ✏️ <b>Dokumen ini masih draf</b>: belum disetujui saat dicetak.
verify-void = ❌ <b>Nomor dokumen ini sudah dibatalkan.</b>
verify-superseded = ⚠️ <b>Ada cetakan yang lebih baru</b> dengan isi yang berbeda. Gunakan yang terbaru.
verify-paper = { $paper } dari { $institution }
verify-number = Nomor: { $number }
verify-day = Tanggal: { $day }
verify-digest = SHA-256 berkasnya diawali: <code>{ $digest }</code>
verify-hint = Cocokkan nomor dan tanggal dengan yang tercetak.
verify-unknown = Kode ini tidak dikenal. Dokumennya bukan dari lembaga yang memakai bot ini, atau kodenya tidak utuh.

button-letters = ✉️ Kop dan nomor surat
button-letters-name = ✏️ Nama
button-letters-address = 📍 Alamat
button-letters-contacts = ☎️ Kontak
button-letters-pattern = 🔢 Pola nomor
button-letters-next = ⏭ Nomor berikutnya
button-letters-unit = 🏷 Kode unit
button-letters-classification = 🗂 Klasifikasi
button-letter-register = 📒 Buku agenda
button-letter-take = ➕ Ambil nomor untuk surat lain
button-letter-void = ❌ Batalkan nomor ini

letters-title = <b>Kop dan nomor surat</b>
    <blockquote>{ $head }</blockquote>
letters-logo = Logo: ✅ tercetak di kop
letters-no-logo = Logo: belum ada
letters-designs = { $count ->
    [0] Dokumen: semuanya memakai templat bawaan
   *[other] Dokumen dengan templat sendiri: { $count }
 }
letters-numbers = Pola nomor: <code>{ $pattern }</code>
    Kode unit: { $unit }
    Klasifikasi: { $classification }
letters-next = Surat berikutnya bernomor <b>{ $next }</b>.
letters-kept = ✅ Tersimpan.
letters-ask-name = Apa nama lembaganya, seperti yang tercetak di kop?
letters-ask-address = Apa alamat lembaganya? Tulis dalam satu pesan, seperti di kop surat.
letters-ask-contacts = Telepon, surel, atau situs yang tercetak di bawah alamat? Contoh: <i>Telp. (0252) 123456 · surat@lks.or.id</i>. Ketik - untuk mengosongkan.
letters-ask-pattern = Seperti apa nomor surat lembaga?
    { "{seq}" } nomor urut, { "{unit}" } kode unit, { "{klasifikasi}" } klasifikasi arsip, { "{mm}" } atau { "{roman}" } bulan, { "{year}" } tahun.
    Contoh: <code>{ "{seq}/{unit}/{klasifikasi}/{roman}/{year}" }</code>
letters-ask-unit = Kode unit atau lembaga di nomor surat? Contoh: <i>LKS-HK</i>. Ketik - untuk mengosongkan.
letters-ask-classification = Kode klasifikasi arsip di nomor surat? Ketik - untuk mengosongkan.
letters-ask-next = Nomor urut surat berikutnya tahun ini? Isi bila tahun ini lembaga sudah mengeluarkan surat sebelum memakai bot.
letters-pattern-unknown = { $word } tidak dikenal. Yang bisa dipakai: { $known }.
letters-pattern-no-seq = Polanya harus memuat { "{seq}" }: tanpa nomor urut, dua surat bernomor sama.
letters-pattern-no-year = Polanya harus memuat { "{year}" }: nomor urut mulai lagi dari 1 setiap tahun.
letters-next-number = Ketik angka saja, misalnya 57.
letters-next-given = Nomor itu mungkin sudah terpakai. Yang terkecil sekarang { $least }.

letter-register = <b>Buku agenda surat keluar</b> · { $total }
letter-register-empty = Belum ada nomor yang keluar. Nomor diberikan saat kontrak dicetak, dan saat surat rujukan, laporan sosial, atau berita acara yang sudah disetujui dicetak.
letter-line = • <b>{ $number }</b> · { $day } · { $subject }
letter-line-void = ❌ dibatalkan
letter-title = <b>{ $number }</b>
letter-day = Tanggal: { $day }
letter-subject = Hal: { $subject }
letter-addressee = Yth.: { $addressee }
letter-case = Kasus: { $code }
letter-void = ❌ Dibatalkan: { $reason }
letter-void-ask = Mengapa nomor { $number } dibatalkan? Nomornya tetap tercatat dan tidak dipakai lagi.
letter-voided = Nomornya dibatalkan. Bila dokumennya dicetak lagi, nomornya baru.
letter-take-ask = Surat tentang apa? Tanpa nama klien, misalnya: <i>Undangan rapat koordinasi</i>.
letter-taken = Nomornya: <b>{ $number }</b>. Sudah tercatat di buku agenda.
letter-erased = isinya sudah dihapus bersama kasusnya

paper-social = Laporan sosial
paper-subject-social = Laporan sosial anak { $code }
paper-social-ground = Laporan sosial ini disusun berdasarkan Pasal 27 ayat (3) Undang-Undang Nomor 11 Tahun 2012 tentang Sistem Peradilan Pidana Anak dan Pasal 13 ayat (2) Peraturan Pemerintah Nomor 65 Tahun 2015.
paper-social-request = Permintaan: { $requester }, diterima { $requested }, nomor surat { $letter }.
paper-social-identity = Identitas anak
paper-social-sources = Sumber keterangan
paper-social-problem = Masalah yang disampaikan
paper-social-closing = Identitas anak wajib dirahasiakan dalam pemberitaan di media (Pasal 19 Undang-Undang Nomor 11 Tahun 2012). Laporan ini hanya untuk keperluan perkara anak yang bersangkutan.

button-case-papers = 🖨 Dokumen
button-case-file = 📚 Berkas lengkap
case-papers = <b>{ $code }</b> · dokumen. Tekan yang ingin dibuat.
case-papers-made = Sudah dibuat, tekan untuk membukanya lagi:
case-papers-line = • { $paper }

paper-supervision = Catatan supervisi
paper-supervision-day = Tanggal supervisi
paper-supervision-about = Tentang
paper-supervision-whole = Pekerjaan secara keseluruhan
paper-supervision-points = Yang disepakati
paper-supervision-next = Supervisi berikutnya
paper-supervision-open = Belum ditentukan
paper-case-file = Berkas lengkap

case-file-parts = Sedang dibuat, dalam { $count } bagian karena fotonya banyak. Semuanya segera masuk ke percakapan ini.
case-file-contents = Daftar isi
case-file-client = Klien
case-file-stage = Tahap
case-file-part = Bagian
case-file-part-of = { $part } dari { $parts }
case-file-standing = Keadaan
case-file-sent = Dikirim
case-file-approved = Disetujui
case-file-by = { $name }, { $when }
case-file-earlier = Versi sebelumnya
case-file-earlier-versions = Ini versi terbaru. Jawaban yang pernah diubah: { $changed }. Perbaikan setelah disetujui: { $corrections }. Versi sebelumnya tetap tersimpan di bot.
case-file-decisions = Persetujuan dan catatan perbaikan
case-file-supervision = Catatan supervisi
case-file-papers = Surat dan dokumen yang dibuat
case-file-history = Riwayat kasus
case-file-history-lead = Persetujuan, supervisi, dan surat ada di bagiannya sendiri.
case-file-files = Daftar berkas
case-file-when = Tanggal
case-file-who = Oleh
case-file-what = Yang terjadi
case-file-file = Berkas
case-file-where = Di mana
case-file-named = tersimpan di bot
case-file-photo = foto { $number }
case-file-photos = Foto
case-file-unshown = Foto ini tidak dapat dicetak di sini. Bukalah dari riwayat kasus.
