# Lembar salin dan pemetaan ke Primero: isinya ditentukan lembaga.

lembar-page =
    <b>Lembar salin</b>
    Kolom-kolom yang diminta sistem lain, berurutan. Pekerja sosial membukanya dari kartu kasus, lalu menyalin isinya satu per satu.
    Mulailah dari contoh: salin, ganti kolomnya, kirim kembali.
lembar-line = • { $name }: { $count } kolom
button-lembar-example = 👁 Lihat contoh
button-lembar-add = ➕ Kirim lembar baru
lembar-ask = Tempel definisi lembarnya di sini sebagai satu pesan, YAML atau JSON. Lembar dengan nama yang sama diganti.
lembar-kept = Tersimpan: { $name }, { $count } kolom. Tombolnya ada di kartu tiap kasus.
lembar-too-many = Sudah ada { $most } lembar. Hapus satu dulu.
definition-faults = { $count } hal perlu dibetulkan. Yang lain sudah cocok; betulkan, lalu kirim lagi seluruhnya.
definition-faults-more = … dan { $count } hal lagi.
definition-fault-unreadable = Baris { $line } tidak terbaca sebagai YAML atau JSON.
definition-fault-shape = <code>{ $at }</code>: tidak ada, salah nama, atau isinya tidak sesuai.
definition-fault-unknown-path = { $label }: path <code>{ $path }</code> tidak ada di rekaman.
definition-fault-twice = { $label }: ada dua kali.
definition-fault-too-long = Terlalu panjang: paling banyak 60.000 huruf.

button-lembar-of-case = 📋 Lembar salin
lembar-choose = <b>{ $code }</b> · Lembar mana yang ingin Anda isi?
button-lembar-of-example = Contoh lembar
lembar-title = <b>{ $name }</b> · { $code }
lembar-note = <i>{ $note }</i>
lembar-field =
    <b>{ $label }</b>
    <code>{ $text }</code>
lembar-empty =
    <b>{ $label }</b>
    <i>belum ada di rekaman</i>
button-lembar-print = 🖨 PDF

primero-page =
    <b>Primero</b>
    Kasus lembaga sebagai berkas CSV yang bisa diimpor admin Primero. Isinya nama klien, jadi Anda akan diminta alasan, dan satu orang lain perlu menyetujui. Pengimpor Primero memasukkan isi berkas apa adanya: cobalah dulu di Primero untuk latihan.
primero-shipped = Pemetaannya bawaan: nama kolom dari formulir bawaan Primero v2. Cocokkan dulu dengan Primero yang Anda tuju.
primero-own = Pemetaannya milik lembaga Anda.
button-primero-go = 📤 Buat berkas
button-primero-see = 👁 Lihat pemetaan
button-primero-set = ✏️ Ganti pemetaan
button-primero-back = Kembali ke pemetaan bawaan
primero-ask = Tempel pemetaannya di sini sebagai satu pesan, YAML atau JSON.
primero-kept = Tersimpan: { $count } kolom.

paper-lembar = Lembar salin
paper-review = Kasus tersamar untuk telaah mutu
paper-caption-review = 📄 { $paper }. Nama, tempat, dan nomor sudah diganti. Baca sekali lagi sebelum diberikan kepada penelaah: cerita yang khas tetap bisa dikenali.
button-review = 🎭 PDF tersamar untuk telaah mutu
lembar-paper-empty = (belum ada di rekaman)
review-opening = Kasus ini ditulis tanpa nama asli. Klien, keluarga, dan staf disebut dengan nama samaran yang sama di seluruh berkas; tempat diberi nomor; nomor telepon dan identitas diganti. Tanggal lahir ditulis sebagai umur.
review-footer = Tersamar: nama, tempat, dan nomor diganti
review-client = Klien
review-worker = Pekerja sosial
review-level = Tingkat klien
review-stage = Tahap
review-somebody = [orang]
review-number = [nomor]
review-place = Tempat { $number }
review-withheld = [disembunyikan]
review-age = { $age } tahun
review-made = Dibuat
