# Bahaya saat ini: langkah pertama, siapa yang dihubungi, siapa yang mendengar.

## Yang dilakukan lebih dulu

danger-first = ⚠️ <b>Utamakan keselamatan dulu.</b>
danger-some = Bahaya
danger-kind-suicide = Bahaya bunuh diri
first-steps-suicide =
    1. <b>Jangan tinggalkan dia sendirian</b>, atau tetaplah di sambungan telepon. Minta orang lain memanggil bantuan.
    2. Katakan: “Saya di sini dan tidak pergi. Apakah Anda berpikir untuk mengakhiri hidup?” Bertanya terus terang itu aman.
    3. Jauhkan obat, racun, tali, dan benda tajam bila bisa tanpa berebut.
    4. Sudah menelan sesuatu atau terluka: bawa ke IGD sekarang.
danger-kind-violence-ongoing = Kekerasan sedang berlangsung
first-steps-violence-ongoing =
    1. <b>Jangan hadapi pelaku sendirian.</b> Panggil polisi, ketua RT/RW, atau perangkat desa.
    2. Bila jalannya aman, bantu korban ke tempat terang dan ramai. Temani terus.
    3. Katakan: “Ini bukan salah Anda. Saya temani sampai Anda aman.”
    4. Terluka, tercekik, hamil, atau kekerasan seksual: ke IGD dulu. Bila ia sanggup, jangan mandi atau ganti baju dulu.
danger-kind-medical = Gawat medis
first-steps-medical =
    1. <b>Hubungi ambulans sekarang</b>, atau bawa ke IGD terdekat bila lebih cepat. Keraskan suara telepon, ikuti arahan petugas.
    2. Jangan tinggalkan dia. Katakan: “Bantuan sedang datang. Saya di sini.”
    3. Tidak bernapas normal: pijat jantung bila Anda bisa. Berdarah: tekan kuat dengan kain bersih. Pingsan tetapi bernapas: miringkan.
    4. Jangan beri minum atau obat.
danger-kind-abandoned-child = Anak telantar
first-steps-abandoned-child =
    1. <b>Jangan tinggalkan anak itu.</b> Jauhkan dari bahaya, minta orang kedua menemani.
    2. Periksa napasnya dan hangatkan. Bayi dikeringkan dan didekap. Sakit atau lemas: ke IGD atau puskesmas dulu.
    3. Sebut nama Anda, lalu katakan: “Kamu aman di sini. Saya temani.”
    4. Hubungi polisi dan dinas sosial. Jangan dibawa pulang sendiri, jangan unggah wajahnya.

## Pekerja sosial sendiri yang dalam bahaya

danger-own-violence-ongoing = Saya diancam atau diserang
first-steps-own-violence-ongoing =
    1. <b>Pergi sekarang</b> ke tempat ramai atau yang bisa dikunci. Barang bisa diambil nanti. Jangan melawan, jangan berdebat.
    2. Hubungi polisi. Tidak bisa bicara? Kirim lokasi Anda kepada rekan atau keluarga.
    3. Beri tahu seseorang: “Saya dalam bahaya. Saya di …. Tolong panggil polisi.”
    4. Terluka: ke IGD. Jangan kembali ke sana sendirian.
danger-own-suicide = Saya ingin mengakhiri hidup
first-steps-own-suicide =
    Terima kasih sudah mengatakannya. Anda berharga, dan Anda tidak harus menanggung ini sendirian.
    1. <b>Mendekatlah ke orang lain sekarang</b>, atau telepon satu orang yang Anda percaya.
    2. Katakan kepadanya: “Aku sedang tidak baik-baik saja dan takut menyakiti diri. Tolong temani aku.”
    3. Menjauhlah dari obat, tali, benda tajam, atau tempat tinggi. Minta orang itu menyimpannya.
    4. Sudah menelan sesuatu atau terluka: ke IGD sekarang.
danger-own-medical = Saya sakit gawat
first-steps-own-medical =
    1. <b>Hubungi ambulans sekarang</b>, atau minta orang terdekat mengantar ke IGD. Jangan menyetir sendiri.
    2. Katakan: “Saya sakit mendadak. Saya di …. Tolong kirim ambulans.” Tetaplah di sambungan.
    3. Buka kunci pintu, lalu duduk atau berbaring miring. Jangan sendirian.

## Nomor

numbers-title = ☎️ <b>Nomor yang sesuai</b>
number-local = • <b>{ $number }</b>: { $what } (setempat, dicoba { $date })
number-ambulance = • <b>{ $first }</b>: ambulans
number-crisis = • <b>{ $first }</b> ekstensi { $second }, atau { $third }: krisis jiwa; tidak tentu 24 jam
number-police = • <b>{ $first }</b>: polisi
number-women-children = • <b>{ $first }</b>, atau WA { $second }: SAPA, perempuan dan anak
number-ministry = • <b>{ $first }</b>: Kementerian Sosial
number-general = • <b>{ $first }</b>: darurat umum
number-unverified = belum kami verifikasi
numbers-otherwise = Tidak tersambung? Datangi IGD, polsek, atau UPTD PPA terdekat.
nearby-police = polisi
nearby-hospital = rumah sakit
nearby-ppa = UPTD PPA/P2TP2A
nearby-shelter = rumah aman
nearby-social = dinas sosial
nearby-fire = pemadam kebakaran
button-numbers = ☎️ Semua nomor

## /darurat

sos-what = 🚨 <b>Apa yang terjadi?</b> Bila nyawa terancam, telepon dulu: 119, 110, atau 112. Tidak tersambung? Langsung ke IGD atau polsek terdekat.
sos-self = Anda sendiri dalam bahaya. Apa yang terjadi?
sos-offer = Catat bahayanya supaya ada yang tahu? Nama klien tidak disebut.
sos-offer-self = Boleh saya beri tahu supervisor Anda? Hanya nama Anda dan jenis bahayanya yang disampaikan.
button-sos = 🚨 Darurat
button-self-in-danger = 🆘 Saya sendiri dalam bahaya
button-note-on = 📌 Catat di { $code }
button-note-without = 📌 Catat tanpa kasus
button-tell-supervisor = 📣 Beri tahu supervisor saya
danger-noted = 📌 Bahaya tercatat, tanpa kasus.
danger-noted-case = 📌 Bahaya tercatat di { $code }.

## Siapa yang mendengar

danger-told = 📣 { $names } saya beri tahu sekarang, tanpa nama klien. Anda dikabari begitu ada yang menangani.
danger-nobody-told = ❗️ Tidak ada supervisor atau admin yang bisa dihubungi lewat bot. Telepon pimpinan Anda langsung.
danger-taken = ✋ { $name } menangani sejak { $time }.
notice-danger = ⚠️ <b>{ $kinds }</b>. Dicatat { $name } di { $code }, pukul { $time }. Hubungi { $name } sekarang.
notice-danger-no-case = ⚠️ <b>{ $kinds }</b>. Dicatat { $name } tanpa kasus, pukul { $time }. Hubungi { $name } sekarang.
notice-danger-self = 🆘 <b>{ $name } sendiri dalam bahaya</b>: { $kinds }. Diberitahukan pukul { $time }. Hubungi sekarang.
notice-danger-again = ⏰ Belum ada yang menangani:
notice-danger-waiting = ⏰ { $code }: bahaya yang Anda catat belum ada yang menangani. { $names } saya beri tahu lagi. Bila mendesak, telepon langsung.
notice-danger-nobody = ❗️ { $code }: tidak ada supervisor atau admin yang bisa dihubungi lewat bot soal bahaya yang Anda catat. Telepon pimpinan Anda langsung.
notice-danger-instead = { $code }: { $name } tidak bisa dihubungi lewat bot. Soal bahaya yang Anda catat, sekarang { $names } yang diberi tahu.
notice-danger-taken = ✋ { $code }: { $name } menangani bahayanya sejak { $time }.
notice-danger-closed = ✅ { $code }: { $name } mencatat bahayanya selesai ditangani.
button-danger-take = ✋ Saya tangani
button-open-case = 📂 Buka kasus
button-go-on = ▶️ Lanjutkan formulir

## Sampai ditutup

danger-standing = ⚠️ <b>{ $kinds }</b> · { $code } · sejak { $since } · dicatat { $name }
danger-standing-self = 🆘 <b>{ $name } sendiri dalam bahaya</b>: { $kinds } · sejak { $since }
danger-standing-untaken = Belum ada yang menangani.
danger-standing-taken = { $name } menangani sejak { $time }.
danger-no-case = tanpa kasus
danger-stage = Tahap: { $stage }
danger-more = dan { $count } bahaya lain.
danger-none-open = Tidak ada bahaya yang belum selesai.
button-danger-close = ✅ Selesai ditangani
button-danger-close-code = ✅ Selesai ditangani · { $code }
danger-close-ask = <b>{ $kinds }</b> · { $code }. Tulis singkat apa yang sudah dilakukan dan bagaimana keadaannya sekarang.
danger-closed = ✅ Bahaya di { $code } dicatat selesai ditangani. Yang terkait saya kabari.

## Yang terbaca dari tulisan

danger-line = ⚠️ Ada bahaya? <b>{ $kinds }</b>. Bila terjadi sekarang, buka langkahnya dulu.
danger-line-self = 🆘 Anda sendiri dalam bahaya? Keselamatan Anda dulu.
danger-ask = ⚠️ Ada bahaya sekarang ({ $kinds })?
danger-not = Baik, tidak ada bahaya sekarang.
danger-above = Keselamatan dulu: langkah dan nomornya ada di tombol 🚨 di atas.
button-danger-steps = 🚨 Langkah & nomor
button-danger-yes = Ya, sekarang
button-about-client = Ini tentang klien
button-about-me = 🆘 Ini tentang saya sendiri

## Nomor setempat

local-numbers-title = ☎️ <b>Nomor setempat</b>. Tampil paling atas saat darurat. Coba dulu nomornya, lalu catat.
local-number-none = • { $what }: belum diisi
local-number-line = • { $what }: <b>{ $number }</b> ({ $name }), dicoba { $date }
local-number-ask = Nomor { $what } setempat? Boleh dengan namanya, misalnya: (0263) 261-110 Polsek Cibeber.
local-number-unclear = Nomornya belum terbaca. Tulis nomornya dulu, lalu namanya, misalnya: (0263) 261-110 Polsek Cibeber.
local-number-tried = <b>{ $number }</b>: kapan terakhir dicoba dan diangkat? Tekan, atau tulis tanggalnya.
button-local-numbers = ☎️ Nomor darurat setempat
button-tried-today = ✅ Dicoba hari ini
button-drop-number = 🗑 Hapus nomor
