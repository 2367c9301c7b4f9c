# Instrumen penilaian mandiri: komponennya, dan kapan sebuah komponen terpenuhi.

instrument-public-service = Standar pelayanan publik
    .source = Empat belas komponen UU 25/2009 Pasal 21. Mengikat penyelenggara pelayanan publik; bagi lembaga swasta di luar itu, praktik baik.
instrument-lks-accreditation = Standar akreditasi LKS
    .source = Nama keenam standarnya menurut Kepala BALKS (pwmu.co/113910); satu definisi data resmi menyebut lima. Pedoman akreditasi BALKS 2020 belum dapat kami baca, jadi kapan sebuah standar terpenuhi di sini adalah rumusan kami, bukan rumusan penilai.

component-legal-ground = Dasar hukum
    .met = Peraturan yang menjadi dasar layanan disebut dalam standar lembaga, masih berlaku, dan mudah ditunjukkan.
component-requirements = Persyaratan
    .met = Syarat untuk tiap jenis layanan, teknis maupun administratif, tertulis dan dapat dibaca orang sebelum datang.
component-procedure = Sistem, mekanisme, dan prosedur
    .met = Tata cara yang baku bagi pemberi dan penerima layanan tertulis, termasuk cara mengadu, dan dipakai sehari-hari.
component-time-limit = Jangka waktu penyelesaian
    .met = Lama seluruh proses tiap jenis layanan ditetapkan, diumumkan, dan dicatat apakah ditepati.
component-cost = Biaya/tarif
    .met = Ongkos bagi penerima layanan ditulis dan diumumkan, juga bila tidak dipungut biaya. Besarnya disepakati dengan masyarakat.
component-product = Produk pelayanan
    .met = Hasil yang diterima orang dari tiap layanan disebut, dan yang diberikan sesuai dengan ketentuan itu.
component-facilities = Sarana, prasarana, dan/atau fasilitas
    .met = Peralatan dan fasilitas yang diperlukan ada dan berfungsi, termasuk yang bagi kelompok rentan: penyandang disabilitas, lansia, anak.
component-competence = Kompetensi pelaksana
    .met = Pengetahuan, keahlian, keterampilan, dan pengalaman yang harus dimiliki petugas ditetapkan, dan petugasnya memilikinya.
component-internal-control = Pengawasan internal
    .met = Pimpinan atau atasan langsung memeriksa pelaksanaan layanan secara teratur, dan hasilnya dicatat.
component-complaints = Penanganan pengaduan, saran, dan masukan
    .met = Ada cara mengadu yang diketahui orang, petugas yang menanganinya, dan catatan tindak lanjutnya.
component-staffing = Jumlah pelaksana
    .met = Banyaknya petugas sesuai dengan beban kerja, dan hitungannya ada.
component-service-guarantee = Jaminan pelayanan
    .met = Lembaga menjamin secara tertulis bahwa layanan dilaksanakan menurut standarnya, dan apa yang dilakukan bila tidak.
component-safety-guarantee = Jaminan keamanan dan keselamatan pelayanan
    .met = Ada komitmen tertulis dan langkah nyata agar orang merasa aman, bebas dari bahaya, risiko, dan keragu-raguan.
component-performance-review = Evaluasi kinerja pelaksana
    .met = Dinilai secara teratur seberapa jauh pelaksanaan layanan sesuai dengan standar, dan hasilnya dipakai memperbaiki.

component-lks-programme = Program
    .met = Program layanan tertulis: untuk siapa, tujuannya apa, kegiatannya apa, dan dijalankan.
component-lks-process = Proses pelayanan
    .met = Tahap pelayanan dari penerimaan sampai terminasi dan bimbingan lanjut tertulis, dan tercatat untuk setiap klien.
component-lks-management = Manajemen organisasi
    .met = Badan hukum, tanda daftar, pengurus, pembagian tugas, dan administrasi keuangan lengkap dan berlaku.
component-lks-people = Sumber daya manusia
    .met = Jumlah dan kualifikasi petugas sesuai dengan layanannya, dan ada pembinaan serta supervisi.
component-lks-facilities = Sarana dan prasarana
    .met = Tempat, peralatan, dan fasilitas layak, aman, dan dapat dipakai kelompok rentan.
component-lks-results = Hasil pelayanan
    .met = Perubahan pada klien diukur, dicatat, dan dipakai memperbaiki layanan.
