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

help-title = ❓ <b>Bantuan</b>
help-stranger = Pendamping menemani pekerja sosial mencatat kasus, dari kontak pertama sampai terminasi. Untuk masuk Anda perlu tautan undangan dari admin lembaga. Sudah punya? Tekan tautannya sekali lagi.
help-consent = Anda sudah diundang. Sebelum masuk, baca dulu apa yang disimpan tentang Anda, lalu tekan <b>{ $agree }</b>. Bila tidak setuju, tidak ada yang dicatat.
help-locked = Percakapan ini terkunci. Ketik PIN Anda; pesannya langsung dihapus. Yang Anda kirim selama terkunci tidak hilang. Lupa PIN? <b>{ $forgot }</b> memberi tahu yang dapat menyetelnya ulang.
help-form =
    <b>Anda di tengah formulir</b>; yang sudah dijawab tersimpan.
    • Jawab dengan tombol, atau tulis. Tanggal boleh “kemarin” atau “12-3-2026”.
    • <b>{ $why }</b> menyebut alasannya.
    • <b>{ $first }</b> menjawab pertanyaan Anda, lalu kembali ke sini.
    • <b>{ $back }</b> ke pertanyaan sebelumnya.
    • <b>{ $leave }</b> berhenti; /lanjut membawa Anda tepat ke sini lagi.
help-entry = <b>Satu pertanyaan menunggu jawaban Anda.</b> Jawab dengan tombolnya, atau tulis. <b>{ $cancel }</b> meninggalkannya tanpa mengubah apa pun.
help-worker =
    <b>Mencatat kasus</b>
    • ➕ Kasus baru di /mulai; bot bertanya satu per satu.
    • Tulis kode, nomor, atau nama klien untuk membuka kasusnya; /tugas untuk yang belum selesai.
    • 🔒 pada sebuah tahap? Tekan: bot menyebut sebabnya dan langkah yang membukanya.
    • Foto, suara, atau catatan boleh dikirim kapan saja; ✏️ Perbaiki mengubah yang sudah terkirim.
help-supervisor =
    <b>Menyupervisi</b>
    • /supervisi menunjukkan apa yang perlu Anda lihat sekarang.
    • ✍️ Persetujuan memuat yang menunggu keputusan Anda; setujui, atau kembalikan dengan catatan.
    • Bahaya: tekan ✋ Saya tangani, lalu hubungi pekerja sosialnya.
help-admin =
    <b>Mengelola lembaga</b>
    • ✉️ Undang membuat tautan sekali pakai.
    • 👤 Anggota: peran, supervisor, pengalihan kasus, dan penangguhan bila ponselnya hilang.
    • 🏢 Lembaga: kop surat, persetujuan, tenggat, nomor darurat, pelindungan data.
help-asking = 💬 Tulis pertanyaan apa saja tentang etika, STR, SOP, atau hukum, kapan pun; di percakapan lain ketik @{ $username } lalu kata yang dicari. ⭐ yang Anda simpan ada di /tanya.
help-stuck = Ada yang macet? Sampaikan kode di pesan maaf dari bot kepada admin lembaga. Bila ada bahaya jangan menunggu bot: hubungi polisi atau IGD terdekat, dan ketik /darurat.
guide-worker = Panduan pekerja sosial
guide-supervisor = Panduan supervisor
guide-admin = Panduan admin lembaga
guide-caption = 📘 { $guide }, untuk dibaca di ponsel. Isinya sama dengan bot ini sekarang.
button-guide = 📘 { $guide } (PDF)


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
