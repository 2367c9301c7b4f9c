# Menu, bantuan, bahasa, dan jawaban untuk yang belum dikerjakan.

menu-title =
    <b>{ $organization }</b>
    Apa yang ingin Anda lakukan?
more-title = Lainnya
button-approvals = ✍️ Persetujuan ({ $count })
button-team = 👥 Tim saya
button-team-cases = 📂 Kasus tim
button-tasks = ✅ Tugas ({ $count })
button-members = 👤 Anggota
button-invite = ✉️ Undang
button-organization = 🏢 Lembaga
button-more = ⚙️ Lainnya
button-language = 🌐 Bahasa
button-privacy = 🔒 Data saya
button-help = ❓ Bantuan
button-switch = 🔁 Ganti lembaga
button-supervision = 🤝 Supervisi
button-reports = 📄 Laporan
button-etika = ⚖️ Etika
button-str = 🪪 STR
button-sop = 🧭 SOP
button-standar = 📏 Standar layanan
button-continue = ➡️ Lanjut

command-mulai = Menu utama
command-kasus = Kasus saya
command-lanjut = Lanjutkan formulir terakhir
command-darurat = Bahaya sekarang: langkah dan nomor
command-tugas = Yang menunggu saya
command-etika = Etika pekerjaan sosial
command-str = Surat Tanda Registrasi
command-sop = Tahap pelayanan
command-standar = Standar layanan
command-supervisi = Supervisor dan tim saya
command-laporan = Laporan
command-lembaga = Lembaga saya, dan pindah ke lembaga lain
command-privasi = Data apa yang disimpan tentang saya
command-bahasa = Ganti bahasa
command-bantuan = Bantuan

organizations-which = Anda anggota beberapa lembaga. Mau bekerja di mana?
organizations-one = Anda bekerja di <b>{ $organization }</b>. Untuk bergabung dengan lembaga lain, tekan tautan undangan dari adminnya.
organization-now = Sekarang Anda di <b>{ $organization }</b>.
elsewhere = Itu milik <b>{ $organization }</b>, sedangkan sekarang Anda di <b>{ $here }</b>. Tidak ada yang berubah. Mau membukanya di sana?
elsewhere-from-nowhere = Itu milik <b>{ $organization }</b>. Mau membukanya di sana?
button-open-there = 🔁 Buka di sana

language-which = Bahasa apa yang Anda pakai?
language-chosen = Baik, mulai sekarang dalam bahasa Indonesia.

help-title = <b>Bantuan</b>
help-stranger = Pendamping menemani pekerja sosial mencatat kasus, dari kontak pertama sampai terminasi. Untuk masuk Anda perlu tautan undangan dari admin lembaga.
help-worker =
    <b>Mencatat kasus</b>
    • /mulai, lalu ➕ Kasus baru. Bot bertanya satu per satu.
    • Setiap jawaban langsung tersimpan. Berhenti kapan saja, lanjutkan dengan /lanjut, juga dari ponsel lain.
    • /kasus mencari kasus menurut kode atau nama; /tugas menunjukkan yang belum selesai.
    • Boleh membuka menu atau perintah lain di tengah formulir; tombol ↩️ membawa kembali.
    • Foto, suara, atau catatan boleh dikirim kapan saja; bot bertanya disimpan ke kasus mana.
help-supervisor =
    <b>Menyupervisi</b>
    • Formulir yang menunggu Anda datang sebagai pesan, dan ada di ✍️ Persetujuan.
    • /supervisi menunjukkan apa yang perlu Anda lihat sekarang, seluruh tim atau satu orang.
    • /standar audit: menilai lembaga sendiri menurut standar layanan, dan memperbaiki yang kurang.
help-admin =
    <b>Mengelola lembaga</b>
    • ✉️ Undang membuat tautan sekali pakai untuk diteruskan.
    • 👤 Anggota: peran, supervisor, penangguhan, pengalihan kasus.
    • 🏢 Lembaga: alamat, syarat klien, persetujuan formulir, tenggat, nomor darurat setempat.
    • /standar audit: menilai lembaga sendiri menurut standar layanan; 🏅 Akreditasi: kapan berakhir.
help-everyone =
    /privasi data Anda · /bahasa ganti bahasa · /mulai menu

    Ada yang macet? Sampaikan kode di pesan maaf dari bot kepada admin lembaga. Dalam keadaan darurat jangan menunggu bot: hubungi 112 atau nomor setempat. Langkah dan nomornya ada di /darurat.


entry-chosen = { $asked } — <b>{ $chosen }</b> ✓
declined-not-yours = Itu tidak ditemukan, atau bukan untuk Anda. Tidak ada yang berubah.
declined-changed = Ini sudah berubah sejak Anda membukanya, jadi tidak ada yang saya ubah. Silakan buka lagi.
button-gone = Tombol ini sudah tidak berlaku. Tidak ada yang berubah.
command-unknown = Perintah itu belum saya kenal. Ini yang bisa saya bantu:
sent-unexpected = Terima kasih. Saat ini tidak ada pertanyaan yang menunggu kiriman, jadi tidak ada yang disimpan.

## Keterangan bot di Telegram

bot-description =
    Menemani pekerja sosial: mencatat kasus dari kontak pertama sampai terminasi, mengingatkan tenggat, dan menjawab soal etika, STR, SOP, dan standar layanan. Untuk anggota lembaga; masuknya lewat undangan admin.

    Dalam bahaya? Hubungi 112 atau nomor setempat, atau kirim /darurat.
bot-short-description = Menemani pekerja sosial: mencatat kasus, mengingatkan tenggat, menjawab soal etika dan STR.
