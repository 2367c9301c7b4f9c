# Sebelum yang lain: hanya percakapan pribadi, pemblokiran, dan permintaan maaf.

only-privately = Saya hanya bekerja di percakapan pribadi, karena yang dibicarakan menyangkut klien. Buka @{ $username } dan tulis /mulai di sana.
only-privately-short = Hanya di percakapan pribadi.
notice-blocked = { $name } memblokir bot ini, jadi pengingat dan pesan tidak sampai. Mohon dihubungi langsung.
notice-blocked-waiting = { $count } hal menunggu keputusan { $name }. Penutupan, pembukaan kembali, dan dasar hukum dapat Anda putuskan; untuk yang lain, tunjuk supervisor lain bagi yang disupervisinya.
apology-update = Maaf, pesan Anda tidak dapat diproses, dan itu bukan salah Anda. Silakan coba sekali lagi; bila tetap begitu, sampaikan kode ini kepada admin lembaga: <code>{ $reference }</code>
apology-message = Maaf, ada pesan yang tidak dapat ditampilkan. Buka /mulai untuk melanjutkan; bila berulang, sampaikan kode ini kepada admin lembaga: <code>{ $reference }</code>
