# Logo di kop dan templat dokumen milik lembaga: layar, berkas, kesalahan, dan data contoh.

button-logo = 🖼 Logo
button-logo-remove = 🗑 Hapus logo
logo-ask = Kirim logo lembaga sebagai foto, atau sebagai berkas PNG atau JPEG. Berkas PNG dengan latar tembus pandang tercetak paling rapi.
logo-want = Yang bisa dipakai: foto, atau berkas PNG atau JPEG.
logo-large = Berkasnya terlalu besar. Kirim yang paling besar 5 MB.
logo-coming = ⏳ Logonya sedang disiapkan. Contoh kopnya segera masuk ke percakapan ini.
logo-kept = ✅ Logonya tersimpan. Mulai sekarang kop setiap surat dan dokumen seperti ini.
logo-removed = 🗑 Logonya dihapus dari kop.
logo-words = Lambang { $institution }

button-designs = 📐 Templat dokumen
button-design-own = 📐 { $paper } · versi { $version }
button-design-send = ⬆️ Kirim templat
button-design-kit = ⬇️ Unduh contoh
button-design-current = ✅ Versi { $version } · { $day }
button-design-version = Versi { $version } · { $day }
button-design-shipped = ↩️ Pakai bawaan lagi
button-design-show = 👁 Lihat hasilnya
button-design-use = ✅ Pakai
button-design-again = ⬆️ Kirim lagi
button-design-look = 📐 { $name }

designs-title = <b>Templat dokumen</b>
    Setiap dokumen bisa dibuat dengan bentuk lembaga sendiri. Pilih dokumennya.
design-title = <b>{ $paper }</b>
design-shipped = Dibuat dengan templat bawaan.
design-current = Dibuat dengan templat lembaga: { $paper }, <b>versi { $version }</b> ({ $format }, { $day }).
design-version = { $paper }, <b>versi { $version }</b> ({ $format }, { $day }). Tidak sedang dipakai.
design-has-failed = ⚠️ Pernah tidak bisa membuat satu dokumen. Dokumen itu dibuat dengan templat bawaan.
design-formats = Bentuk templat: { $formats }.
design-format-typ = Typst (.typ)
design-format-docx = Word (.docx)
design-ask = Kirim templat { $paper } sebagai berkas <b>.typ</b> (Typst), paling besar 256 KB. Contoh untuk memulai ada di tombol <i>Unduh contoh</i>. Templatnya dicoba dulu dengan data karangan; Anda melihat hasilnya sebelum dipakai.
design-ask-docx = Kirim templat { $paper } sebagai berkas <b>.docx</b> (Word, paling besar 2 MB) atau <b>.typ</b> (Typst, paling besar 256 KB). Contoh untuk memulai ada di tombol <i>Unduh contoh</i>. Templatnya dicoba dulu dengan data karangan; Anda melihat hasilnya sebelum dipakai.
design-want-file = Kirim berkasnya: tekan 📎, lalu pilih berkas.
design-wrong-format = Untuk dokumen ini kirim berkas { $formats }.
design-too-large = Berkasnya terlalu besar. Paling besar { $size } KB.
design-coming = ⏳ Templatnya sedang dicoba. Hasilnya segera masuk ke percakapan ini.
design-showing = Sedang dibuat. Gambarnya segera masuk ke percakapan ini.
design-looks = 👁 { $name } dengan data karangan, { $pages ->
    [one] satu halaman
   *[other] { $pages } halaman
 }.
design-looks-docx = 👁 { $name } dengan data karangan: <b>hanya teksnya</b>, tanpa tata letak. Tata letaknya lihat di berkas Word di atas.
design-not-accessible = ⚠️ PDF-nya belum bisa dibacakan dengan baik kepada orang yang tidak melihat. Biasanya ada gambar tanpa keterangan (alt), atau judul yang hilang.
design-decide = Dipakai mulai sekarang?
design-sample = 📄 Contoh berkas Word yang akan dikirim, dengan data karangan.
design-used = ✅ { $paper } kini dibuat dengan templat versi { $version }.
design-declined = Templatnya tidak disimpan.
design-logo = logo
design-refused = ⚠️ <b>{ $name }</b>: berkasnya belum bisa dipakai.
design-gone = Berkas untuk { $name } tidak bisa diambil lagi dari Telegram. Kirim sekali lagi.
design-failed = Berkas untuk { $name } tidak berhasil dicoba, dan itu bukan salah Anda. Sampaikan kode ini kepada pengelola bot: { $reference }.
notice-design-failed = ⚠️ Templat lembaga untuk <b>{ $name }</b> (versi { $version }) tidak bisa membuat satu dokumen. Dokumen itu sudah dibuat dengan templat bawaan, jadi pekerjaan tidak tertunda. Coba templatnya lagi, atau pakai bawaan. Kode: { $reference }.

design-kit-template = Templat bawaan (Typst). Ubah berkas ini, lalu kirim kembali.
design-kit-layout = Bagian bersama: kop, tanda tangan, DRAF, RAHASIA, nomor halaman, kode periksa. Templat boleh mengimpornya sebagai "/layout.typ"; berkas ini sendiri tidak dikirim kembali.
design-kit-data = Data karangan, persis seperti yang dibaca templat.
design-kit-docx = Awal untuk Word: ubah bentuknya, biarkan nama di dalam kurung kurawal, lalu kirim kembali.

design-fault-line = • { $fault }
design-fault-more = … dan { $count } lagi.
design-fault-at = Baris { $line }: { $words }
design-fault-not-text = Berkas ini bukan teks. Simpan templatnya sebagai teks UTF-8.
design-fault-time = Terlalu lama: templat ini tidak selesai dalam 10 detik.
design-fault-memory = Templat ini meminta terlalu banyak memori.
design-fault-pages = Terlalu banyak halaman: { $about }.
design-fault-large = Berkasnya terlalu besar.
design-fault-import = Yang boleh diimpor hanya "/layout.typ". Paket dan berkas lain tidak.
design-fault-word = Kata “{ $about }” tidak boleh dipakai di templat, juga tidak di dalam teks.
design-fault-not-docx = Ini bukan berkas Word biasa (.docx).
design-fault-macros = Berkasnya berisi makro. Simpan sebagai .docx tanpa makro.
design-fault-outside = Berkasnya mengambil sesuatu dari luar ({ $about }). Sisipkan gambarnya ke dalam dokumen.
design-fault-embedded = Berkasnya berisi berkas lain ({ $about }). Hapus dulu dari dokumen.
design-fault-entity = Berkasnya berisi bagian yang tidak dikenal Word ({ $about }).
design-fault-field-code = Berkasnya berisi bidang Word yang membaca sesuatu dari luar ({ $about }). Hapus dulu.
design-fault-unknown-field = Isian { $about } tidak dikenal. Daftar isian ada di contoh.
design-fault-open-field = Kurung kurawal tidak ditutup: { $about }
design-fault-stray-brace = Kurung kurawal tidak dibuka: { $about }
design-fault-open-list = Daftar { $about } harus dibuka dengan # dan ditutup dengan /.
design-fault-stray-end = Ada penutup tanpa pembuka: { $about }
design-fault-malformed = Berkasnya rusak, atau bukan dari Word.
design-fault-not-picture = Gambarnya tidak bisa dibaca. Kirim berkas PNG atau JPEG yang utuh.
design-fault-too-many-pixels = Gambarnya terlalu besar. Kecilkan dulu, misalnya menjadi 2.000 piksel.
design-compiler-unknown = nama “{ $about }” tidak dikenal.
design-compiler-key = data tidak memuat “{ $about }”. Nama-namanya ada di data contoh.
design-compiler-file = berkas tidak bisa dibaca. Templat hanya boleh membaca "/data.json" dan "/layout.typ".
design-compiler-endless = perulangan tanpa akhir.
design-compiler-unclosed = ada yang kurang atau tidak ditutup ({ $message }).
design-compiler-font = huruf “{ $about }” tidak ada. Yang ada: Arimo dan DejaVu Sans.
design-compiler-other = { $message }

sample-date = 25 November 2026
sample-client = Contoh Klien
sample-worker = Contoh Pekerja Sosial
sample-supervisor = Contoh Supervisor
sample-addressee = Kepala Dinas Sosial Kabupaten Contoh
sample-copy = Kepala Desa Contoh
sample-opening = Ini contoh dengan data karangan untuk { $institution }.
sample-aim = Anak kembali bersekolah dan tetap bersekolah
sample-until = 31 Desember 2026
sample-worker-duty = Berkunjung sedikitnya dua kali sebulan
sample-worker-duty-more = Mengantar ke layanan lain bila diperlukan
sample-client-duty = Memberi tahu bila tidak bisa bertemu
sample-terms = Bertemu di rumah klien, setiap Selasa pagi
sample-reason = Klien membutuhkan pendampingan hukum yang tidak ada di lembaga kami
sample-shared = Identitas
sample-part-answers = Jawaban
sample-part-list = Daftar
sample-part-items = Rincian dan tabel
sample-part-goals = Tujuan
sample-label = Keterangan
sample-long = Keterangan yang panjang ditulis di bawah labelnya.
    Setiap baris tetap menjadi baris sendiri, seperti yang diketik pekerja sosial, agar mudah dibaca kembali.
sample-item = Anggota keluarga 1
sample-table = Contoh tabel
sample-goal = Tujuan 1
sample-level = Keadaan pada tingkat { $score }
sample-picture = Dua orang yang dihubungkan satu garis
