/** As `people.ts`: attestations, land, farming, building, roads, planning and household business. */
export const PROPERTY: Readonly<Record<string, string>> = {
  // Chứng thực
  '2.000815': `công chứng; sao y; sao y bản chính; sao y công chứng; công chứng giấy tờ; photo công chứng; công chứng photo; bản photo;
    đóng dấu; đóng dấu sao y; đóng dấu đỏ; đóng mộc; đóng mộc đỏ; đóng dấu bản photo; công chứng căn cước; công chứng chứng minh nhân dân;
    công chứng bằng; công chứng bằng cấp; công chứng bằng tốt nghiệp; sao y bằng cấp; sao y học bạ; công chứng học bạ; công chứng hộ khẩu;
    công chứng sổ đỏ; công chứng khai sinh; công chứng giấy khai sinh; chứng thực bản sao; chứng thực giấy tờ; chứng thực bằng cấp;
    chứng thực căn cước; bản sao công chứng; bản sao y; thị thực; công chứng hồ sơ xin việc; công chứng bằng lái; chứng thực sổ đỏ;
    công chứng giấy kết hôn; sao y giấy tờ xe; làm bản sao có dấu; công chứng giấy ra viện`,
  '2.000884': `chứng thực chữ ký; xác nhận chữ ký; công chứng chữ ký; sơ yếu lý lịch; xác nhận sơ yếu lý lịch; xác nhận lý lịch;
    lý lịch xin việc; lý lịch tự thuật; xác nhận hồ sơ xin việc; đóng dấu sơ yếu lý lịch; hồ sơ xin việc; giấy ủy quyền;
    làm giấy ủy quyền; ủy quyền; giấy ủy quyền lãnh lương; ủy quyền cho con; ủy quyền nhận tiền; điểm chỉ; lăn tay; lăn tay điểm chỉ;
    ký tên trước cán bộ; không biết chữ ký tên; giấy cam kết; giấy bảo lãnh; giấy cam đoan; chứng chữ ký; chứng giấy ủy quyền;
    làm chứng chữ ký; chứng thực giấy bán xe; ủy quyền đi làm giấy tờ; ủy quyền rút tiền; ủy quyền nhận lương hưu;
    đơn xin việc xác nhận của xã`,
  '2.001035': `mua bán đất; bán đất; mua đất; bán nhà; mua nhà; sang tên; sang tên đất; sang tên sổ đỏ; sang tên nhà đất; chuyển nhượng;
    chuyển nhượng đất; hợp đồng mua bán; hợp đồng mua bán nhà đất; công chứng hợp đồng; công chứng mua bán đất; cho đất; cho đất con;
    cha mẹ cho con đất; tặng đất; tặng cho đất; tặng cho nhà; hợp đồng tặng cho; hợp đồng tặng cho đất; sang tên cho con; cho con nhà đất;
    chia đất cho con; để lại đất cho con khi còn sống; thế chấp; thế chấp sổ đỏ; cầm sổ đỏ; thế chấp ngân hàng;
    vay ngân hàng thế chấp đất; cầm cố đất; cho thuê đất; thuê đất; hợp đồng thuê nhà; cho thuê nhà; hợp đồng thuê đất; bán xe; mua xe;
    sang tên xe; giấy bán xe; mua bán xe máy; giấy mua bán xe; hợp đồng bán xe; giấy tay mua bán đất; đặt cọc; hợp đồng đặt cọc;
    góp vốn bằng đất; đổi đất; hoán đổi đất; hợp đồng ủy quyền nhà đất; bán ghe; bán tàu; bán trâu bò; bán ruộng; bán vườn; mua ruộng;
    cố đất; thỏa thuận tài sản vợ chồng; chuyển quyền sử dụng đất`,
  '2.001406': `chia thừa kế; thừa kế; chia đất thừa kế; chia gia tài; chia di sản; phân chia di sản; chia tài sản;
    chia tài sản cha mẹ để lại; chia đất cha mẹ để lại; chia đất cho anh em; hưởng thừa kế; nhận thừa kế; khai nhận thừa kế;
    khai nhận di sản; thừa kế đất; thừa kế nhà; làm giấy thừa kế; sang tên đất cha mẹ đã mất; cha mẹ chết để lại đất; đất ông bà để lại;
    anh em chia đất; chồng chết để lại nhà; đất đứng tên người chết; thỏa thuận chia đất thừa kế; gia tài; đất hương hỏa;
    mất không để lại di chúc; chia nhà cha mẹ; giấy phân chia đất`,
  '2.001016': `từ chối thừa kế; không nhận thừa kế; từ chối nhận thừa kế; không lấy phần thừa kế; không lấy phần đất của cha mẹ;
    từ chối nhận đất; nhường phần thừa kế; nhường lại phần đất thừa kế; từ chối di sản; từ chối phần đất cha mẹ để lại; khước từ thừa kế;
    bỏ phần thừa kế; không nhận đất cha mẹ để lại; nhường hết cho anh; không nhận gia tài; từ chối tài sản`,
  '2.001019': `di chúc; làm di chúc; lập di chúc; viết di chúc; tờ di chúc; để lại di chúc; chúc ngôn; tờ chúc ngôn;
    di chúc để lại đất cho con; chứng di chúc; di chúc có xã chứng; trăn trối; để lại tài sản sau khi chết; công chứng di chúc;
    xác nhận di chúc; sửa di chúc; hủy di chúc; người già muốn để lại đất cho con; di ngôn; viết giấy để lại nhà; viết giấy để lại đất`,
  '2.000913': `sửa hợp đồng; hủy hợp đồng; hủy hợp đồng mua bán; hủy hợp đồng đã chứng thực; bỏ hợp đồng; hủy giấy bán đất;
    hủy hợp đồng tặng cho; hủy bỏ giao dịch; chấm dứt hợp đồng đã chứng thực; không mua nữa hủy hợp đồng; không bán nữa; phụ lục hợp đồng;
    sửa đổi hợp đồng; bổ sung hợp đồng; thay đổi nội dung hợp đồng; hủy ủy quyền; hủy hợp đồng ủy quyền; hủy giao kèo;
    đổi ý không bán đất; xóa thế chấp hợp đồng`,
  '2.000927': `hợp đồng ghi sai; hợp đồng sai tên; sửa lỗi hợp đồng; sai số trong hợp đồng; hợp đồng đánh máy sai; sai chính tả hợp đồng;
    sửa sai sót hợp đồng; hợp đồng sai số thửa; hợp đồng viết nhầm; hợp đồng mua bán ghi sai; hợp đồng chứng thực bị sai;
    giấy bán đất ghi sai tên; sai số căn cước trong hợp đồng; đính chính hợp đồng; hợp đồng đã chứng thực bị lỗi; hợp đồng sai địa chỉ;
    hợp đồng in sai; hợp đồng tặng cho ghi sai; hợp đồng ghi sai số tờ bản đồ`,
  '2.000942': `bản sao hợp đồng; sao hợp đồng; xin sao lại hợp đồng; mất hợp đồng mua bán đất; mất hợp đồng đã chứng thực;
    xin lại hợp đồng; xin bản hợp đồng lưu ở xã; trích lục hợp đồng; sao lục hợp đồng; xin lại giấy mua bán đã làm ở xã;
    mất giấy mua bán đất; mất giấy ủy quyền đã chứng; sao hợp đồng tặng cho; xin lại bản di chúc; hợp đồng bị mất xin lại;
    hợp đồng lưu tại xã; mất giấy bán đất; mất giấy bán đất xã đã chứng`,
  '2.000908': `sổ gốc; bản sao sổ gốc; trích sổ gốc; sao từ sổ gốc; sao lục sổ gốc; bản sao giấy tờ lưu ở xã;
    bản sao quyết định xã đã cấp; xin lại giấy tờ xã đã cấp; trích sao; sao lục giấy tờ cũ; giấy tờ cũ lưu tại xã;
    xin bản sao giấy xã cấp trước đây; giấy tờ còn lưu trong sổ; trích lục sổ gốc`,
  '2.001008': `bản dịch; dịch giấy tờ; công chứng bản dịch; dịch thuật; dịch công chứng; dịch thuật công chứng; dịch sang tiếng anh;
    dịch tiếng anh; dịch tiếng hàn; dịch tiếng trung; dịch tiếng nhật; dịch khai sinh sang tiếng anh; người dịch; chứng bản dịch;
    phiên dịch; chứng thực bản dịch; dịch giấy tờ nước ngoài; dịch tiếng việt; chữ ký người dịch; giấy tờ tiếng nước ngoài; dịch bằng cấp`,
  // Đất đai
  '1.012812': `tranh chấp đất; tranh chấp đất đai; hòa giải đất; hòa giải đất đai; lấn đất; lấn ranh; lấn ranh đất; hàng xóm lấn đất;
    bị lấn đất; lấn chiếm; lấn chiếm đất; giành đất; cãi nhau ranh đất; ranh giới đất; tranh chấp ranh; tranh chấp lối đi; lối đi chung;
    bít lối đi; chặn đường đi; đòi lại đất; hàng xóm xây lấn; xây lấn sang; nhà bên cạnh lấn; dời cột mốc; dời trụ ranh; anh em giành đất;
    mâu thuẫn đất đai; hòa giải tranh chấp; hàng xóm rào đường; bờ ruộng; bị chiếm đất; nhờ xã hòa giải; tranh chấp bờ ranh;
    đất bị người khác lấy`,
  '1.013967': `giải quyết tranh chấp đất; xử tranh chấp đất; hòa giải đất không thành; hòa giải không thành; chủ tịch xã xử đất;
    hòa giải rồi mà không được; phân xử đất; nhờ chủ tịch giải quyết đất; quyết định giải quyết tranh chấp đất; hòa giải thất bại;
    kiện đất đai; kiện tranh chấp đất; kiện hàng xóm lấn đất; đất không giấy tờ tranh chấp; hòa giải xong vẫn tranh chấp;
    đất tranh chấp chưa có sổ; xã ra quyết định tranh chấp; xã hòa giải không được; hòa giải không được làm gì tiếp`,
  '1.012817': `xác định lại đất ở; xác định lại diện tích; đất ở trước 2004; sổ đỏ cũ; sổ đỏ cũ trước 2004; sổ cũ có vườn ao;
    công nhận thêm đất ở; thêm đất thổ cư; tăng thổ cư; đất thổ cư sổ cũ; đất vườn trong sổ cũ; đất ở có vườn ao; hạn mức đất ở;
    tính lại đất ở; tính lại đất thổ cư; sổ cấp trước 2004; đo lại đất ở; diện tích thổ cư; sổ năm 1998; sổ năm 1995; sổ năm 2000;
    lên thổ cư sổ cũ; thổ cư`,
  '1.012796': `sổ đỏ sai; sổ đỏ ghi sai; sổ đỏ sai tên; sổ đỏ sai diện tích; sai diện tích; sai số thửa; đính chính sổ đỏ; sửa sổ đỏ;
    sổ hồng sai tên; sổ đỏ sai năm sinh; sổ đỏ sai số chứng minh; sửa tên trên sổ đỏ; bìa đỏ sai; bìa đỏ ghi sai; sửa sai sổ đất;
    giấy đất ghi sai; sổ đất ghi nhầm; sổ đỏ nhầm tên; cải chính sổ đỏ; sổ đỏ in sai; sổ đỏ thiếu diện tích; đính chính đất;
    sổ đỏ sai địa chỉ; sổ không đúng thực tế; sổ đỏ ghi thiếu mét vuông; sổ đỏ sai số căn cước`,
  '1.012818': `thu hồi sổ đỏ; thu hồi sổ đỏ cấp sai; sổ đỏ cấp sai; sổ đỏ cấp nhầm người; sổ đỏ cấp chồng; sổ đỏ cấp trùng; hủy sổ đỏ;
    cấp lại sổ đỏ sau thu hồi; sổ đỏ cấp sai đối tượng; sổ đỏ cấp không đúng; thu hồi giấy chứng nhận đất; sổ đỏ cấp nhầm thửa;
    sổ đỏ cấp nhầm sang hàng xóm; đất nhà tôi vào sổ người khác; đất tôi mà sổ đứng tên người khác; thu sổ; sổ hồng cấp sai;
    bìa đỏ cấp sai; bìa đỏ cấp chồng lấn; cấp đè đất; đất của mình cấp sổ cho người khác; sổ đỏ cấp cho hàng xóm`,
  '1.013978': `sổ đỏ; làm sổ đỏ; sổ hồng; bìa đỏ; làm bìa đỏ; cấp sổ đỏ; xin cấp sổ đỏ; làm sổ hồng; sổ đỏ lần đầu; làm sổ;
    đất chưa có sổ; đất chưa có giấy; đất chưa có sổ đỏ; làm giấy tờ đất; làm giấy đất; giấy đất; giấy tờ đất; làm bằng khoán;
    bằng khoán đất; đất khai hoang; đất ông bà để lại chưa có sổ; đất mua giấy tay làm sổ; hợp thức hóa đất; hợp thức hóa nhà;
    cấp giấy chứng nhận quyền sử dụng đất; quyền sử dụng đất; nhà chưa có sổ; đăng ký đất; đăng ký đất đai; kê khai đất; đất chưa đăng ký;
    cấp quyền sử dụng đất; đất không có giấy tờ; đất giấy tay; sổ đất; xin giấy đỏ; giấy đỏ; thẻ đỏ; bìa đất; bìa hồng;
    công nhận quyền sử dụng đất`,
  '1.013979': `hiến đất; hiến đất làm đường; cho đất làm đường; tặng đất cho xã; tặng đất cho nhà nước; hiến đất xây trường;
    hiến đất làm nhà văn hóa; mở rộng đường; mở đường; làm đường nông thôn mới; hiến đất mở hẻm; mở rộng hẻm; cho đất mở đường;
    hiến đất xây cầu; hiến đất làm chùa; góp đất làm đường; đóng góp đất; tặng cho đất làm đường; nhường đất làm đường;
    hiến đất làm kênh mương; cho xã đất; cho ấp đất; làm ngõ`,
  // Trồng trọt, xây dựng, đường bộ, quy hoạch
  '1.008004': `đất lúa; chuyển đất lúa; chuyển đất lúa sang cây ăn trái; trồng cây ăn trái trên đất lúa; lên liếp; lên vườn; đào ao;
    đào ao nuôi cá; đào ao nuôi tôm; đào ao trên đất ruộng; ruộng lúa nuôi tôm; nuôi cá trên ruộng; chuyển ruộng sang vườn; đổi cây trồng;
    chuyển đổi cây trồng; trồng màu trên đất lúa; trồng rau trên đất lúa; bỏ lúa trồng cây khác; không trồng lúa nữa;
    làm vườn trên đất ruộng; ruộng trồng sen; trồng sầu riêng; trồng mít; trồng bưởi; chuyển sang nuôi trồng thủy sản; lúa sang cây khác;
    lúa cá; lúa tôm; trồng dừa trên ruộng`,
  '1.013225': `xây nhà; cất nhà; làm nhà; xin phép xây nhà; giấy phép xây dựng; giấy phép xây nhà; xin giấy phép xây dựng; phép xây dựng;
    xây nhà mới; xây nhà ở; cất nhà trên đất; sửa nhà; sửa chữa nhà; nâng tầng; lên lầu; xây thêm tầng; cơi nới; xây nhà cấp 4;
    nhà cấp bốn; xây nhà trọ; xây dãy trọ; xây phòng trọ; xây hàng rào; xây kho; xây nhà xưởng; dựng nhà; đổ mái; đập nhà xây lại;
    phá nhà cũ xây nhà mới; cải tạo nhà; xin xây dựng; khởi công xây nhà; động thổ; xây lầu; xây nhà có phải xin phép; làm nhà mới;
    làm nhà ở; nhà tiền chế; xây biệt thự; nhà 2 tầng`,
  '1.013226': `điều chỉnh giấy phép xây dựng; đổi giấy phép xây dựng; đổi bản vẽ; đổi bản vẽ xây dựng; thay đổi thiết kế; sửa bản vẽ;
    đổi thiết kế nhà; đổi thiết kế; xây khác bản vẽ; xây thêm tầng so với giấy phép; sửa giấy phép xây dựng; giấy phép xây dựng thay đổi;
    tăng diện tích xây dựng so với giấy phép; thay đổi số tầng; xin thêm một tầng so với giấy phép; có giấy phép rồi muốn xây thêm tầng;
    xây sai giấy phép; giấy phép xây dựng ghi sai; đổi kiểu nhà`,
  '1.013227': `gia hạn giấy phép xây dựng; giấy phép xây dựng hết hạn; phép xây dựng sắp hết hạn; giấy phép xây nhà hết hạn; chưa xây kịp;
    chưa xây được xin thêm thời gian; có giấy phép mà chưa xây; hết hạn xây nhà; chưa khởi công; gia hạn xây dựng; gia hạn xây nhà;
    xin lùi xây nhà; kẹt tiền chưa xây`,
  '1.013228': `mất giấy phép xây dựng; giấy phép xây dựng bị mất; giấy phép xây dựng bị rách; giấy phép xây nhà bị mất; mất phép xây nhà;
    cấp lại giấy phép xây dựng; xin lại giấy phép xây dựng; làm lại giấy phép xây dựng; giấy phép xây dựng bị ướt; giấy phép xây dựng nát;
    mất giấy xây nhà; bản sao giấy phép xây dựng`,
  '1.013274': `vỉa hè; lòng đường; lề đường; mượn đường; mượn vỉa hè; mượn lòng đường; dựng rạp; dựng rạp cưới; dựng rạp đám cưới;
    dựng rạp đám tang; che rạp; bắc rạp; đám cưới che rạp; làm đám dựng rạp ngoài đường; để vật liệu xây dựng; đổ vật liệu ra đường;
    tập kết vật liệu; để cát đá ngoài đường; đậu xe vỉa hè; giữ xe vỉa hè; bán hàng vỉa hè; bán hàng lề đường; bày hàng ra vỉa hè;
    sử dụng vỉa hè; xin chiếm lòng đường; dùng tạm đường; chắn đường làm đám; thuê vỉa hè; đào đường; kê bàn ghế ra vỉa hè;
    bàn ghế ngoài vỉa hè; để xe ngoài đường`,
  '1.014159': `quy hoạch; xem quy hoạch; hỏi quy hoạch; coi quy hoạch; tra quy hoạch; đất dính quy hoạch; đất có dính quy hoạch không;
    đất quy hoạch; thông tin quy hoạch; đất có bị giải tỏa không; giải tỏa; lộ giới; đất quy hoạch làm đường; kiểm tra quy hoạch;
    bản đồ quy hoạch; quy hoạch treo; đất nằm trong quy hoạch; có lên thổ cư được không; đất quy hoạch gì; trích lục quy hoạch;
    chứng chỉ quy hoạch; chỉ giới đường đỏ; đường sắp mở qua đất; xây được không hay quy hoạch; mua đất coi quy hoạch`,
  // Hộ kinh doanh
  '1.001612': `mở quán; mở tiệm; mở cửa hàng; mở quán ăn; mở quán cà phê; mở quán nhậu; mở tiệm tạp hóa; tạp hóa; mở shop; mở tiệm tóc;
    mở tiệm nail; mở tiệm sửa xe; mở nhà thuốc; mở đại lý; mở xưởng; mở cơ sở; mở trại; buôn bán; bán hàng; buôn bán nhỏ; bán hàng online;
    bán online; kinh doanh; giấy phép kinh doanh; xin giấy phép kinh doanh; làm giấy phép kinh doanh; đăng ký kinh doanh;
    giấy phép bán hàng; giấy phép buôn bán; môn bài; hộ cá thể; hộ kinh doanh cá thể; kinh doanh cá thể; giấy đăng ký kinh doanh;
    cho thuê phòng trọ; kinh doanh nhà trọ; mở nhà nghỉ; mở homestay; mở karaoke; mở internet; mở tiệm vàng; mở gara; mở lò bánh; mở vựa;
    vựa trái cây; bán quán; bán cà phê; bán tạp hóa; làm ăn buôn bán; mở chỗ bán; bán đồ ăn; mở quán phở; mở hàng ăn; khai trương;
    mở phòng khám; mở lớp dạy; mở spa; bán vật liệu xây dựng; hộ kinh doanh; mở ki ốt; sạp chợ; bán trà sữa; bán hàng tại nhà; bán ở nhà;
    bán tại nhà có phải đăng ký không`,
  '2.000720': `đổi tên quán; đổi tên tiệm; đổi địa chỉ kinh doanh; dời quán; dời tiệm; chuyển quán; chuyển chỗ bán; đổi ngành nghề;
    thêm ngành nghề; bổ sung ngành nghề; thêm mặt hàng; đổi chủ quán; đổi chủ hộ kinh doanh; sang quán; sang nhượng quán; sang lại tiệm;
    sang tên giấy phép kinh doanh; đổi tên hộ kinh doanh; thay đổi giấy phép kinh doanh; sửa giấy phép kinh doanh;
    đổi giấy phép kinh doanh; tăng vốn; đổi tên cửa hàng; thay đổi đăng ký kinh doanh; chuyển địa điểm kinh doanh;
    đổi người đứng tên kinh doanh; chủ quán mất con đứng tên; đổi bảng hiệu; bán thêm; sai giấy phép kinh doanh;
    giấy phép kinh doanh ghi sai`,
  '1.001570': `tạm nghỉ bán; tạm ngừng kinh doanh; tạm ngưng kinh doanh; nghỉ bán mấy tháng; nghỉ bán một thời gian; tạm đóng cửa;
    tạm nghỉ kinh doanh; đóng cửa quán một thời gian; ngưng bán; tạm nghỉ quán; nghỉ bán tạm; mở lại quán; bán lại; mở cửa lại;
    kinh doanh lại; hoạt động lại; buôn bán lại sau khi nghỉ; nghỉ sinh đóng quán; đóng cửa vài tháng; tạm dừng bán hàng;
    ế quá nghỉ bán một thời gian; quán nghỉ sửa chữa; báo tạm nghỉ; tạm ngưng bán; quán nghỉ mấy tháng; nghỉ quán về quê`,
  '1.001266': `dẹp tiệm; dẹp quán; nghỉ bán luôn; đóng cửa quán; đóng cửa hẳn; nghỉ kinh doanh; không bán nữa; không kinh doanh nữa;
    giải thể hộ kinh doanh; trả giấy phép kinh doanh; hủy giấy phép kinh doanh; đóng mã số thuế; phá sản; nghỉ buôn bán; đóng tiệm;
    bỏ quán; nghỉ bán; hết kinh doanh; chấm dứt kinh doanh; đóng cửa tiệm; xóa hộ kinh doanh; ngừng hẳn kinh doanh; sập tiệm; nghỉ hẳn;
    hủy hộ kinh doanh; thôi bán; thôi kinh doanh; cắt thuế quán; trả lại giấy phép kinh doanh`,
  '2.000575': `mất giấy phép kinh doanh; giấy phép kinh doanh bị mất; giấy phép kinh doanh bị rách; giấy phép kinh doanh bị cháy;
    cấp lại giấy phép kinh doanh; làm lại giấy phép kinh doanh; xin lại giấy phép kinh doanh; mất giấy đăng ký kinh doanh;
    cấp lại giấy đăng ký kinh doanh; đổi giấy phép kinh doanh cũ; đổi giấy phép kinh doanh mẫu mới; cấp đổi giấy phép kinh doanh;
    giấy kinh doanh bị hư; giấy kinh doanh bị ướt; mất giấy hộ kinh doanh; cấp lại đăng ký hộ kinh doanh; rách giấy phép bán hàng;
    mất giấy phép bán hàng; giấy phép kinh doanh xin cái mới; giấy chứng nhận hộ kinh doanh cũ`,
}
