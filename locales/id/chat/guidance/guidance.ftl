# Tanya jawab: etika, STR, SOP, standar layanan, dan dokumen lembaga.

guidance-title =
    <b>Tanya apa saja tentang pekerjaan Anda</b>
    Tulis pertanyaannya di sini dengan bahasa sehari-hari, tanpa nama klien. Atau telusuri topiknya:
guidance-group = <b>{ $group }</b> · { $count } topik. Pilih satu, atau tulis pertanyaan Anda.
guidance-stage = Kasus <b>{ $code }</b> ada di tahap { $stage }; topik tahap itu di atas.
guidance-steps = Yang dapat dilakukan
guidance-to-say = Kalimat untuk klien
guidance-limits = Batasnya
guidance-when-supervisor = Kapan ke supervisor
guidance-sources = Sumber
guidance-reviewed = Ditinjau { $date }
standing-official = resmi
standing-secondary = sekunder
standing-practice = praktik baik
standing-foreign = bukan aturan Indonesia
guidance-unsure = Saya belum yakin yang mana; yang terdekat tiga ini. Tekan untuk membaca jawabannya.
guidance-named = Hal itu dibahas di beberapa jawaban. Tekan untuk membacanya.
guidance-field = Ini soal pekerjaan Anda, tetapi jawabannya belum ada dalam sumber saya, jadi saya tidak menebak. Supervisor Anda dapat membantu; pertanyaan ini dicatat tanpa nama Anda, agar jawabannya bisa disiapkan.
guidance-still = <i>Masih tentang: { $title }</i>
part-sources = <b>Dasar</b> · { $title }
part-steps = <b>Langkah</b> · { $title }
part-limits = <b>Batas</b> · { $title }
part-supervisor = <b>Kapan ke supervisor</b> · { $title }
part-example = <b>Contoh</b> · { $title }
part-no-example = Belum ada contoh tersendiri; ini langkahnya.
button-whole-answer = 📄 Jawaban lengkap
button-part-steps = Langkah
button-part-limits = Batas
button-part-sources = Bunyi pasal
button-part-grounds = Dasar
button-part-supervisor = Kapan ke supervisor
button-part-toSay = Kalimat untuk klien
button-part-related = Topik terkait
button-all-parts = 📄 Semua
button-short-answer = 📄 Ringkas
small-talk-thanks = Sama-sama. Semoga harinya lancar.
small-talk-greeting = Halo! Tulis saja pertanyaan Anda kapan pun.
small-talk-emoji = 🙂 Kalau ada yang ingin ditanyakan, tulis saja.
small-talk-who = Saya Pendamping, sebuah bot: saya membantu mencatat kasus dan menjawab soal etika, STR, SOP, dan aturan dari sumber yang disebut. Saya bukan orang; untuk keputusan tetap ada Anda dan supervisor.
small-talk-anger = Maaf, tadi belum membantu. Coba tulis dengan kata lain, atau tanyakan kepada supervisor Anda.
small-talk-ok = 👌
guidance-next = Mungkin ini?
guidance-none = Maaf, tidak ada dalam sumber saya. Supervisor Anda dapat membantu; pertanyaan ini juga dicatat tanpa nama Anda, agar jawabannya bisa disiapkan.
guidance-outside = Itu di luar yang saya ketahui. Saya menjawab soal etika, STR, SOP, dan standar layanan pekerja sosial.
message-unexpected = Saat ini tidak ada pertanyaan yang menunggu jawaban; bila itu jawaban formulir, tidak ada yang tersimpan.
greeting = Halo! Tulis saja pertanyaan Anda kapan pun, atau pilih di bawah.

outside-other-profession-registration = STR perawat, dokter, bidan, dan tenaga kesehatan lain diurus konsil dan dinas kesehatan masing-masing; yang saya ketahui STR pekerja sosial.
outside-vehicle-papers = Urusan STNK, SIM, dan pajak kendaraan ada di Samsat dan Satpas kepolisian.
outside-health-insurance = Kepesertaan BPJS Kesehatan ditanyakan ke BPJS.
outside-other-profession-ethics = Kode etik profesi lain ada pada organisasi profesinya.
outside-family-court = Cara mengurus perceraian ditanyakan ke pengadilan agama atau negeri setempat.
outside-tax = Urusan pajak ditanyakan ke kantor pajak.
outside-immigration = Paspor dan visa diurus kantor imigrasi.
outside-civil-service = Penerimaan ASN diumumkan BKN dan instansinya.

premise-kodepeksos-article = Saya tidak dapat memastikan pasal atau ayat Kodepeksos: naskahnya belum dapat kami baca, jadi hanya disebut secara keseluruhan. Kewajiban yang pasti ada di UU 14/2019 Pasal 41–50.
premise-wrong-practice-standard = Nomor 19/2020 tidak didukung sumber mana pun. Standar praktik pekerjaan sosial dirujuk ke Permensos 14/2020.
premise-no-fee-found = Dalam aturan yang kami baca tidak ada angka biaya STR. Angka yang beredar tidak dapat kami pastikan.
premise-no-credit-points-found = Dalam aturan yang kami baca, SKP atau angka kredit tidak disebut untuk STR maupun registrasi ulangnya.
premise-no-processing-time-found = Dalam aturan yang kami baca tidak disebut berapa lama STR diproses.
premise-not-lifelong = STR pekerja sosial tidak berlaku seumur hidup: lima tahun, lalu registrasi ulang (UU 14/2019 Pasal 30).

group-etika = ⚖️ Etika
group-str = 🪪 STR
group-sop = 🧭 SOP
group-standar = 📏 Standar layanan
group-hukum = 📜 Hukum
group-data = 🔒 Data klien
group-darurat = 🚨 Darurat
group-administrasi = 🗂 Administrasi, bantuan
group-sasaran = 👥 Kelompok klien
group-metode = 🛠 Metode

button-ask = 💬 Tanya etika & STR
button-topics = 🔎 Telusuri topik
button-all-topics = ⬅️ Semua topik
button-not-this = Bukan ini
button-none-of-these = Bukan semuanya
button-ask-supervisor = 🙋 Tanya supervisor
button-helped = 👍 Membantu
button-missed = 👎 Tidak
thanks-helped = Terima kasih, senang bisa membantu.
thanks-missed = Terima kasih. Ini dipakai untuk memperbaiki jawabannya.
missed-why = Mengapa tidak membantu? Pilih di bawah pesan.
button-missed-notMine = Bukan pertanyaan saya
button-missed-wrong = Isinya keliru
button-missed-unclear = Kurang jelas
button-missed-outdated = Sudah tidak berlaku
button-dilemma = ⚖️ Dilema
button-questions-waiting = 💬 Pertanyaan menunggu ({ $count })

question-ask-first = Silakan tulis pertanyaan Anda, tanpa nama klien. Jawaban formulir Anda aman.
button-ask-first = 💬 Tanya dulu
button-to-this-question = ↩️ { $question }
button-it-is-a-question = 💬 Ini pertanyaan, tolong jawab

## STR saya

str-none = STR Anda belum dicatat di dompet.
str-undated = STR Anda ada di dompet, tanpa tanggal berakhir.
str-valid = STR Anda berlaku sampai { $date } ({ $days } hari lagi).
str-expired = Masa berlaku STR Anda habis sejak { $date }. Segera urus registrasi ulang.
button-registration = ✅ Daftar periksa
button-str-topics = 🪪 Topik STR
registration-first = <b>Registrasi pertama</b> · UU 14/2019
registration-again = <b>Registrasi ulang</b> · UU 14/2019
registration-item-certificate = Sertifikat Kompetensi
registration-item-health = Surat keterangan sehat jasmani dan rohani
registration-item-oath = Surat pernyataan telah mengucapkan sumpah atau janji
registration-item-code = Pernyataan mematuhi kode etik
registration-item-membership = Menjadi anggota organisasi profesi
registration-item-old-str = STR lama
registration-item-service = Telah mengabdikan diri sebagai pekerja sosial
registration-in-wallet = ada di dompet
registration-complete = Semua siap. Serahkan kepada organisasi profesi.
registration-missing = Masih kurang { $missing }. Tekan yang sudah Anda punya.
registration-limits = Biaya, SKP, dan lama proses tidak disebut dalam aturan yang kami baca. Centangnya hanya tersimpan di pesan ini.
button-registration-certificate = Sertifikat Kompetensi
button-registration-health = Surat sehat
button-registration-oath = Pernyataan sumpah
button-registration-code = Pernyataan kode etik
button-registration-membership = Keanggotaan
button-registration-old-str = STR lama
button-registration-service = Pengabdian
button-registration-to-first = Lihat registrasi pertama
button-registration-to-again = Lihat registrasi ulang

## Dokumen lembaga

quote-title = 📚 <b>Dokumen lembaga</b> · { $place }
quote-page = { $place } (hlm. { $page })
quote-standing = Dikutip apa adanya dari dokumen lembaga Anda (dokumen lembaga).
quote-scanned = <i>Sebagian dibaca mesin dari hasil pindai dan bisa salah baca: cocokkan dengan aslinya.</i>
quote-gone = Dokumen ini sudah diganti atau dihapus. Tanyakan sekali lagi.
button-quote = 📚 { $where }
button-documents = 📚 Dokumen lembaga
command-dokumen = Dokumen lembaga: baca dan cari
documents-none = Belum ada dokumen lembaga.
documents-title = <b>Dokumen lembaga</b> · { $count }. Pilih satu untuk membacanya. Untuk mencari isinya tulis misalnya <i>/dokumen jam malam</i>.
documents-send = Kirim berkas PDF, Word (.docx), Markdown, atau teks (paling besar 20 MB) ke sini untuk menambah; nama yang sama mengganti yang lama.
documents-no-match = Tidak ada yang cocok dalam dokumen lembaga. Coba kata lain.
document-card = 📄 <b>{ $name }</b>, ditambahkan { $day }.
document-of-installation = 📄 <b>{ $name }</b>, dari pengelola bot.
document-size = { $passages } bagian.
document-size-pages = { $pages } halaman, { $passages } bagian.
document-pick-heading = Pilih bagian yang hendak dibaca.
document-being-read = ⏳ <b>{ $name }</b> sedang dibaca. Sebentar lagi bisa dibuka.
document-at-page = { $page }/{ $of }
document-offer = Tambahkan <b>{ $name }</b> sebagai dokumen lembaga? Semua anggota dapat membacanya, jadi pastikan tidak ada data klien di dalamnya.
document-replace = Dokumen lembaga bernama <b>{ $name }</b> sudah ada. Ganti dengan yang ini? Semua anggota dapat membacanya, jadi pastikan tidak ada data klien di dalamnya.
document-coming = Baik, dokumennya sedang dibaca. Saya kabari begitu selesai.
document-reading = <b>{ $name }</b> berisi hasil pindai dan sedang dibaca (halaman { $page } dari { $of }). Saya kabari begitu selesai.
document-declined = Baik, berkas itu tidak disimpan.
document-type = Yang bisa menjadi dokumen lembaga: PDF, Word (.docx), Markdown (.md), atau teks (.txt).
document-kept = 📚 <b>{ $name }</b> tersimpan: { $passages } bagian kini dikutip bila menjawab pertanyaan.
document-kept-pages = 📚 <b>{ $name }</b> tersimpan: { $pages } halaman, { $passages } bagian kini dikutip bila menjawab pertanyaan.
document-kept-scanned = { $count } halaman dibaca mesin dari hasil pindai; periksa sekilas apakah terbaca benar.
document-kept-unread = Yang tidak terbaca karena berupa gambar: halaman { $numbers }.
document-refused-scan = <b>{ $name }</b> tidak disimpan: PDF ini hasil pindai, berisi gambar tanpa teks yang bisa dikutip. Kirim Word-nya, PDF yang teksnya bisa disalin, atau ketikannya. Hasil pindai baru terbaca bila pengelola server memasang program tesseract dengan bahasa Indonesia (ind).
document-refused-scan-language = <b>{ $name }</b> tidak disimpan: PDF ini hasil pindai, dan pembacanya di server ini belum mengenal bahasa Indonesia. Minta pengelola server memasang data bahasa ind untuk tesseract, atau kirim Word-nya atau PDF yang teksnya bisa disalin.
document-refused-illegible = <b>{ $name }</b> tidak disimpan: tidak ada tulisan yang terbaca di hasil pindainya. Pindai lagi lebih tajam dan lurus (300 dpi), atau kirim Word-nya.
document-refused-unreadable = <b>{ $name }</b> tidak disimpan: berkasnya rusak, jadi isinya tidak dapat dibaca. Simpan ulang, lalu kirim lagi.
document-refused-type = <b>{ $name }</b> tidak disimpan: jenis berkasnya tidak dapat dibaca. Yang bisa: PDF, Word (.docx), Markdown (.md), atau teks (.txt).
document-refused-old-word = <b>{ $name }</b> tidak disimpan: ini Word jenis lama (.doc). Buka di Word, simpan sebagai .docx, lalu kirim lagi.
document-refused-empty = <b>{ $name }</b> tidak disimpan: tidak ada tulisan di dalamnya.
document-refused-locked = <b>{ $name }</b> tidak disimpan: berkasnya terkunci kata sandi. Kirim yang tanpa kata sandi.
document-refused-large = <b>{ $name }</b> tidak disimpan: terlalu panjang (paling banyak 200 halaman hasil pindai, atau 3.000 halaman berteks). Bagi menjadi beberapa berkas.
document-refused-heavy = <b>{ $name }</b> tidak disimpan: membacanya melebihi waktu atau memori yang ada. Bagi menjadi beberapa berkas, atau simpan ulang lebih kecil.
document-refused-gone = <b>{ $name }</b> tidak dapat diambil dari Telegram. Silakan kirim sekali lagi.
document-refused-failed = <b>{ $name }</b> tidak disimpan karena kesalahan di pihak kami, bukan pada berkas Anda. Silakan kirim sekali lagi, atau hubungi pengelola bot.
button-document-add = 📚 Ya, tambahkan
button-document-replace = 🔁 Ya, ganti
button-document-remove = 🗑 Hapus
button-document-open = 📖 Buka
button-document-read = 📖 Baca dari awal
button-document-contents = 📑 Daftar isi

## Yang belum terjawab

button-unanswered = ❔ Pertanyaan tanpa jawaban
unanswered-none = Tidak ada pertanyaan yang tak terjawab. 👍
unanswered-title =
    <b>Pertanyaan tanpa jawaban</b>
    Kata-katanya saja, tanpa penanya, kasus, angka, dan nama; yang mirip dihitung bersama.
unanswered-line = { $number }. { $words } · { $count }×
votes-title = <b>Jawaban yang kurang membantu</b>
votes-notMine = bukan pertanyaannya { $count }
votes-wrong = keliru { $count }
votes-unclear = kurang jelas { $count }
votes-outdated = tidak berlaku lagi { $count }
button-settled = ✓ { $number } selesai

## Favorit

favourite-kept = ⭐ Tersimpan. Daftarnya di 💬 Tanya › ⭐ Favorit.
favourite-gone = sudah tidak ada
favourite-retired = (ditarik) { $title }
favourites-none =
    <b>⭐ Favorit</b>
    Belum ada. Tekan ⭐ Simpan di bawah jawaban atau bunyi pasal yang sering Anda perlukan.
favourites-title =
    <b>⭐ Favorit</b> · { $count }
    Hanya Anda yang melihat daftar ini.
favourites-remove =
    <b>⭐ Favorit</b> · { $count }
    Tekan yang ingin Anda hapus dari daftar.
favourites-full = Daftar favorit sudah penuh ({ $most }). Hapus dulu yang tidak diperlukan.
button-favourite = ⭐ Simpan
button-favourites = ⭐ Favorit
button-favourites-remove = 🗑 Hapus dari daftar
button-favourites-done = ✓ Selesai
command-tanya = Bertanya, dan favorit Anda
