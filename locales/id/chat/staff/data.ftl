# Pelindungan data klien di lembaga: kontak dan masa simpan.

button-data-settings = 🔏 Pelindungan data
data-settings-title = <b>Pelindungan data klien</b>. Keduanya disebut dalam informasi yang dibacakan kepada klien.
data-contact-none = Kontak: belum diisi ❗️
data-contact-line = Kontak: { $contact }
retention-none = Masa simpan: belum ditetapkan. Tidak ada kasus yang dihapus karena umurnya.
retention-line = Masa simpan: { $years } tahun sesudah kasus ditutup.
button-data-contact = 📇 Kontak
button-retention = 🗓 Masa simpan
button-retention-none = Tidak ditetapkan
data-contact-ask = Siapa yang dihubungi klien soal datanya (pejabat pelindungan data, atau yang ditunjuk lembaga)? Tulis nama atau jabatan dan cara menghubunginya, misalnya: Bu Wulan, 0812 0000 1111, data@lembaga.or.id
retention-ask = Berapa tahun kasus disimpan sesudah ditutup? Tulis angkanya, menurut jadwal retensi arsip lembaga. Undang-undang tidak menetapkan angkanya (UU 27/2022 Pasal 42–44).
retention-unclear = Tulis jumlah tahun, { $least } sampai { $most }, misalnya: 10
data-settings-kept = ✓ Tersimpan. Informasi yang dibacakan kepada klien berikutnya memakai isi yang baru.
