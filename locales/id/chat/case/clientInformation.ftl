# Dibacakan atau ditunjukkan kepada klien (UU 27/2022 Pasal 21). Setiap perubahan kata menaikkan informationVersion
# (src/records/case/information.ts).

client-information-person = Informasi tentang data Anda
client-information-group = Informasi tentang data kelompok dan warga

client-information-contact-none = pimpinan lembaga, langsung atau lewat pekerja sosial Anda
client-information-keep-none = selama diperlukan untuk membantu Anda dan selama aturan arsip mengharuskannya; jumlah tahunnya belum ditetapkan lembaga
client-information-keep-years = { $years } tahun sesudah layanan selesai, lalu diperiksa dan dimusnahkan, kecuali masih diperlukan untuk perkara hukum

client-information-person-who = { $institution } mencatat data Anda dan bertanggung jawab atasnya. Yang dapat dihubungi: { $contact }.
    .title = Siapa yang bertanggung jawab
client-information-person-what = Nama dan cara menghubungi Anda, keadaan Anda dan keluarga, hal kesehatan bila perlu, hasil pertemuan kita, serta surat, foto, atau rekaman yang Anda berikan. Hanya yang diperlukan yang dicatat.
    .title = Data apa
client-information-person-why = Supaya kami memahami keadaan Anda, menyusun rencana bersama Anda, mencarikan bantuan yang sesuai, dan mempertanggungjawabkan pekerjaan kami. Dasarnya izin Anda (UU 27/2022). Tanpa izin, data hanya dicatat bila undang-undang membolehkan atau mewajibkannya.
    .title = Untuk apa
client-information-person-seen = Pekerja sosial Anda dan supervisornya. Supervisor lain di lembaga hanya dalam keadaan darurat, dan itu tercatat. Untuk laporan, Anda dihitung tanpa nama; daftar yang memuat nama hanya dibuat atas alasan tertulis dan persetujuan dua orang. Pihak lain hanya dengan izin Anda, atau bila nyawa seseorang terancam, atau undang-undang mewajibkan.
    .title = Siapa yang melihat
client-information-person-telegram = Pekerja sosial mencatat lewat Telegram. Pesannya melewati dan tersimpan di server Telegram, di luar Indonesia, dan Telegram secara teknis dapat membukanya. Catatan lengkapnya tersimpan tersandi di server lembaga.
    .title = Di mana disimpan
client-information-person-keep = Data disimpan { $keep }.
    .title = Berapa lama
client-information-person-rights = Anda boleh melihat dan meminta salinan data, meminta perbaikan, meminta pencatatannya ditunda atau dibatasi, meminta data dihapus, dan menarik izin kapan saja. Ini gratis. Sampaikan kepada pekerja sosial Anda; lembaga menindaklanjutinya paling lama 3 × 24 jam. Menolak atau menarik izin tidak mengurangi hormat kami kepada Anda, dan pertolongan darurat tetap diberikan.
    .title = Hak Anda
client-information-person-complain = Bila ada yang tidak sesuai, sampaikan kepada pekerja sosial, supervisornya, atau kontak di atas. Anda juga boleh mengadu kepada instansi pemerintah yang mengawasi pelindungan data pribadi, atau menggugat.
    .title = Bila Anda keberatan

client-information-group-who = { $institution } mencatat kegiatan bersama kelompok atau warga dan bertanggung jawab atas catatannya. Yang dapat dihubungi: { $contact }.
    .title = Siapa yang bertanggung jawab
client-information-group-what = Nama kelompok atau wilayah, masalah dan potensinya, hasil pertemuan, rencana bersama, serta foto atau dokumen kegiatan. Nama orang hanya dicatat bila perlu, misalnya pengurus dan juru bicara, dengan izin orang itu sendiri.
    .title = Data apa
client-information-group-why = Supaya masalah bersama dipahami, rencana disusun bersama, bantuan dicarikan, dan pekerjaan kami dapat dipertanggungjawabkan. Untuk data orang, dasarnya izin masing-masing (UU 27/2022); kesepakatan kelompok tidak menggantikannya.
    .title = Untuk apa
client-information-group-seen = Pekerja sosial pendamping dan supervisornya. Supervisor lain di lembaga hanya dalam keadaan darurat, dan itu tercatat. Untuk laporan, yang dihitung jumlah, tanpa nama; daftar yang memuat nama hanya dibuat atas alasan tertulis dan persetujuan dua orang. Pihak lain hanya dengan izin, atau bila nyawa seseorang terancam, atau undang-undang mewajibkan. Yang diceritakan seseorang tentang dirinya tidak kami bawa ke pertemuan kelompok.
    .title = Siapa yang melihat
client-information-group-telegram = Pekerja sosial mencatat lewat Telegram. Pesannya melewati dan tersimpan di server Telegram, di luar Indonesia, dan Telegram secara teknis dapat membukanya. Catatan lengkapnya tersimpan tersandi di server lembaga.
    .title = Di mana disimpan
client-information-group-keep = Catatan disimpan { $keep }.
    .title = Berapa lama
client-information-group-rights = Setiap orang yang namanya dicatat boleh melihat dan meminta salinan datanya, meminta perbaikan, penundaan, pembatasan, atau penghapusan, dan menarik izinnya kapan saja. Ini gratis, dan ditindaklanjuti paling lama 3 × 24 jam. Siapa pun boleh tidak ikut difoto atau dicatat, dan tetap boleh ikut kegiatan.
    .title = Hak setiap orang
client-information-group-complain = Bila ada yang tidak sesuai, sampaikan kepada pekerja sosial, supervisornya, atau kontak di atas. Setiap orang juga boleh mengadu kepada instansi pemerintah yang mengawasi pelindungan data pribadi, atau menggugat.
    .title = Bila ada yang keberatan
