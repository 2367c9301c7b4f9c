# Pengaturan lembaga.

org-title = <b>{ $name }</b>
org-address-line = Alamat: { $address }
org-no-address = Alamat: belum diisi
org-zone = Zona waktu: { $zone }
org-requirements-line = Syarat klien: { $count }
org-approvals-line = Perlu persetujuan supervisor: { $forms }
button-org-name = ✏️ Nama
button-org-address = 📍 Alamat
button-org-requirements = 📋 Syarat klien
button-org-approvals = ✍️ Persetujuan
org-name = Apa nama lembaganya?
org-address = Apa alamat lembaganya? Tulis dalam satu pesan, seperti di kop surat.
org-kept = ✓ Tersimpan.

requirements-title = <b>Syarat klien</b>. Daftar ini ditanyakan di formulir pendekatan awal.
requirements-none = Belum ada syarat klien. Bila lembaga Anda punya, misalnya "berdomisili di wilayah layanan", formulir pendekatan awal akan menanyakannya.
requirements-line = { $number }. { $requirement }
button-drop = 🗑 Hapus: { $what }
org-requirement = Apa syaratnya? Satu syarat satu pesan, misalnya: berdomisili di wilayah layanan.
requirement-added = ✓ Ditambahkan.
requirement-there-already = Syarat itu sudah ada di daftar.
requirement-too-many = Daftarnya sudah penuh ({ $most }). Hapus satu dulu.

approvals-setting = Formulir mana yang menunggu persetujuan supervisor setelah dikirim? Tekan untuk mengubah. Formulir yang sudah menunggu tetap menunggu.
