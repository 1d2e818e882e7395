/** As `people.ts`: the help that a household may ask for, complaints, associations, schools, culture and the environment. */
export const SUPPORT: Readonly<Record<string, string>> = {
  // Giảm nghèo
  '1.011607': `hộ nghèo; sổ hộ nghèo; xin hộ nghèo; làm sổ hộ nghèo; cận nghèo; hộ cận nghèo; sổ cận nghèo; xét hộ nghèo; xét cận nghèo;
    xét nghèo; nhà nghèo; gia đình khó khăn; hoàn cảnh khó khăn; nhà khó khăn quá; vô diện hộ nghèo; giấy hộ nghèo; xác nhận hộ nghèo;
    giấy chứng nhận hộ nghèo; mất sổ hộ nghèo; xác nhận hộ khó khăn; xác nhận hoàn cảnh khó khăn; bảo hiểm y tế hộ nghèo;
    nghèo không có tiền; nghèo quá; bình xét hộ nghèo; miễn giảm học phí cho con nhà nghèo`,
  '1.011608': `thoát nghèo; ra khỏi hộ nghèo; hết nghèo; thoát cận nghèo; xin thoát nghèo; trả sổ hộ nghèo; không còn nghèo; bỏ hộ nghèo;
    rút khỏi hộ nghèo; ra khỏi diện nghèo; hết cận nghèo; xóa tên hộ nghèo; giấy thoát nghèo; mới thoát nghèo; ra hộ cận nghèo;
    ra hộ nghèo`,
  '1.011609': `mức sống trung bình; hộ mức sống trung bình; hộ trung bình; hộ làm nông; hộ nông dân; hộ làm ruộng; hộ làm muối;
    hộ đánh cá; hộ nuôi tôm; bảo hiểm y tế hộ nông nghiệp; giảm tiền bảo hiểm y tế cho nông dân; nông dân mua bảo hiểm y tế được giảm;
    xác nhận làm nông nghiệp; hộ nông lâm ngư nghiệp; làm ruộng không nghèo; diêm dân; ngư dân; hộ có thu nhập trung bình`,
  // Bảo trợ xã hội
  '1.001776': `trợ cấp hàng tháng; trợ cấp khuyết tật; tiền khuyết tật; trợ cấp người khuyết tật; tiền tàn tật; tiền trợ cấp xã hội;
    tiền xã hội; tiền bảo trợ; trợ cấp mẹ đơn thân; mẹ đơn thân nghèo nuôi con; một mình nuôi con; trợ cấp trẻ mồ côi; trẻ mồ côi;
    tiền mồ côi; trợ cấp nuôi trẻ mồ côi; trợ cấp người già neo đơn; người già neo đơn; người cao tuổi nghèo;
    người già nghèo không nơi nương tựa; tiền nuôi dưỡng; tiền chăm sóc người khuyết tật nặng; nuôi người khuyết tật; trợ cấp tâm thần;
    người bị bệnh tâm thần; trợ cấp hiv; nhiễm hiv; bị liệt nằm một chỗ; tai biến nằm một chỗ; người 80 tuổi không lương hưu;
    thôi hưởng trợ cấp; cắt trợ cấp; chuyển trợ cấp sang xã khác; không nhận được tiền trợ cấp; nhận tiền hàng tháng; chế độ hàng tháng;
    chế độ bảo trợ; tiền đơn thân; trợ cấp trẻ em nghèo; xin tiền trợ cấp; hỗ trợ người khuyết tật`,
  '1.001731': `tiền mai táng; mai táng phí; hỗ trợ mai táng; tiền ma chay; tiền chôn cất; hỗ trợ chôn cất; tiền hòm; tiền đám tang;
    người khuyết tật chết; người khuyết tật mất tiền mai táng; đối tượng bảo trợ chết; người hưởng trợ cấp xã hội mất;
    người đang hưởng trợ cấp chết; người già 80 tuổi mất; tiền tử tuất; hỗ trợ hỏa táng; tiền hỗ trợ người chết; hộ nghèo có người chết;
    trợ cấp mai táng; người tàn tật mất; người khuyết tật mất được hỗ trợ`,
  '1.001699': `giấy khuyết tật; làm giấy khuyết tật; giấy xác nhận khuyết tật; giấy tàn tật; giấy chứng nhận khuyết tật; thẻ khuyết tật;
    sổ khuyết tật; khám khuyết tật; giám định khuyết tật; xét khuyết tật; đánh giá khuyết tật; hội đồng khuyết tật; con bị tự kỷ;
    con bị down; con chậm phát triển; con chậm nói; câm điếc; bị điếc; bị mù; khiếm thị; khiếm thính; bại liệt; bại não; bị cụt tay;
    cụt chân; người tàn tật; tai nạn tàn phế; mức độ khuyết tật; khuyết tật nặng; đặc biệt nặng; khuyết tật bẩm sinh;
    làm hồ sơ khuyết tật; bệnh nặng hơn xin xác định lại; con bị khuyết tật; tai biến liệt người; tâm thần làm giấy khuyết tật; dị tật`,
  '1.001653': `mất giấy khuyết tật; giấy khuyết tật bị mất; giấy khuyết tật bị rách; đổi giấy khuyết tật; cấp lại giấy khuyết tật;
    làm lại giấy khuyết tật; giấy khuyết tật sai tên; sai thông tin giấy khuyết tật; mất thẻ khuyết tật; giấy xác nhận khuyết tật hỏng;
    giấy tàn tật bị mất; đổi giấy tàn tật; giấy khuyết tật cũ; giấy khuyết tật hết hạn; mất sổ khuyết tật`,
  '1.014027': `người cao tuổi; người già; tiền người già; lương người già; tiền già; tiền cao tuổi; trợ cấp người già;
    trợ cấp người cao tuổi; trợ cấp tuổi già; trợ cấp hưu trí; hưu trí xã hội; lương hưu xã hội; lương hưu cho người không có lương;
    người già không có lương hưu; không có lương hưu; 75 tuổi; trên 75 tuổi; đủ 75 tuổi; 80 tuổi; 70 tuổi hộ nghèo;
    tiền 500 nghìn người già; 500 ngàn một tháng; bà nội 76 tuổi; ông ngoại 78 tuổi; cha mẹ già; tiền cho ông bà già;
    chế độ người cao tuổi; chế độ người già; tiền dưỡng già; nhận tiền già; lĩnh tiền người già; hưu xã hội`,
  '1.014028': `người già mất tiền mai táng; người hưởng hưu trí xã hội chết; mai táng người cao tuổi; người cao tuổi mất;
    tiền mai táng người già; hỗ trợ mai táng người cao tuổi; ông bà già mất được tiền gì; người nhận tiền già chết;
    mai táng phí người già; đang lãnh tiền người già mà chết; tiền mai táng`,
  '2.000286': `trung tâm bảo trợ; vào trung tâm bảo trợ; viện dưỡng lão; nhà dưỡng lão; trại trẻ mồ côi; trại mồ côi; nhà tình thương;
    mái ấm; cô nhi viện; đưa người già vào viện; đưa vào trung tâm; gửi vào trung tâm bảo trợ xã hội; người lang thang; ăn xin;
    người vô gia cư; người già không ai nuôi; người già neo đơn không ai chăm; trẻ bị bỏ rơi không ai nuôi; không nơi nương tựa;
    người tâm thần đi lang thang; nạn nhân bạo lực gia đình; cơ sở bảo trợ; trại tâm thần; gửi người khuyết tật vào trung tâm`,
  // Người có công
  '1.010833': `thân nhân người có công; con liệt sĩ; vợ liệt sĩ; mẹ liệt sĩ; cha mẹ liệt sĩ; thân nhân liệt sĩ; con thương binh;
    con người có công; giấy xác nhận con liệt sĩ; xác nhận con thương binh; con bệnh binh; gia đình chính sách; gia đình có công;
    cộng điểm con thương binh; ưu tiên con liệt sĩ; giấy xác nhận gia đình chính sách; con nạn nhân chất độc da cam;
    xác nhận gia đình liệt sĩ; cháu liệt sĩ; con cựu tù chính trị; giấy ưu tiên đi học con thương binh; miễn học phí con thương binh`,
  '1.010803': `thờ cúng liệt sĩ; thờ liệt sĩ; tiền thờ cúng liệt sĩ; giỗ liệt sĩ; tiền thờ liệt sĩ; hương khói liệt sĩ;
    nhang khói liệt sĩ; cúng liệt sĩ; đổi người thờ cúng liệt sĩ; ủy quyền thờ cúng; nhận thờ cúng; người thờ cúng; trợ cấp thờ cúng;
    liệt sĩ không còn thân nhân; cúng giỗ; tiền hương khói`,
  '1.010824': `thương binh mất; thương binh chết; người có công mất; người có công chết; bệnh binh mất; mẹ việt nam anh hùng mất;
    mẹ liệt sĩ mất; người có công qua đời; tiền tuất; trợ cấp tuất; tuất thương binh; mai táng phí người có công; mai táng thương binh;
    chất độc da cam chết; người nhiễm chất độc hóa học mất; cán bộ lão thành mất; cha là thương binh mới mất;
    người đang hưởng trợ cấp ưu đãi mất; huân chương kháng chiến mất; trợ cấp một lần người có công chết`,
  '2.002307': `cựu chiến binh mất; cựu chiến binh chết; mai táng cựu chiến binh; mai táng phí cựu chiến binh;
    tiền mai táng cựu chiến binh; bộ đội cũ mất; bộ đội mất; cha là cựu chiến binh mới mất; bộ đội phục viên chết;
    hội viên cựu chiến binh qua đời; lính cũ chết; đi bộ đội về mất`,
  '2.002308': `thanh niên xung phong mất; thanh niên xung phong chết; mai táng thanh niên xung phong; tiền mai táng thanh niên xung phong;
    ông đi thanh niên xung phong mất; bà là thanh niên xung phong qua đời; thanh niên xung phong kháng chiến`,
  // Tiếp công dân, khiếu nại, tố cáo
  '1.010945': `gặp chủ tịch; gặp chủ tịch xã; gặp lãnh đạo; lịch tiếp dân; tiếp dân; ngày tiếp dân; muốn gặp cán bộ; hẹn gặp chủ tịch;
    gặp trực tiếp; trình bày với chủ tịch; nói chuyện với lãnh đạo xã; hôm nào chủ tịch tiếp dân; gặp bí thư; xin gặp;
    đăng ký gặp lãnh đạo; chủ tịch tiếp dân ngày nào`,
  '2.002501': `gửi đơn; nộp đơn; đơn thư; đơn kiến nghị; gửi đơn kiến nghị; phản ánh; đơn phản ánh; gửi phản ánh; kiến nghị;
    đơn xin giải quyết; phản ánh ô nhiễm; phản ánh tiếng ồn; hàng xóm ồn ào; hát karaoke ồn; đường hư; đèn đường hỏng; rác thải;
    gửi đơn lên xã; đơn đề nghị; trả lời đơn; gửi đơn lâu rồi chưa trả lời; viết đơn gửi xã; đơn tập thể; đơn kêu cứu; góp ý; phàn nàn;
    nhờ xã giải quyết; hàng xóm nuôi heo hôi; ngập nước`,
  '2.002409': `khiếu nại; khiếu kiện; kiện; kiện xã; kiện chủ tịch; kiện quyết định; đơn khiếu nại; không đồng ý quyết định;
    không đồng ý với quyết định của xã; phản đối quyết định; bị phạt oan; phạt sai; không phục quyết định phạt;
    khiếu nại quyết định xử phạt; khiếu nại bồi thường đất; khiếu nại thu hồi đất; kiện cáo; xã làm không đúng; cán bộ không giải quyết;
    cán bộ không nhận hồ sơ; giải quyết không thỏa đáng; cưỡng chế sai; đền bù không thỏa đáng`,
  '2.002396': `tố cáo; tố giác; tố cán bộ; tố cáo cán bộ; đơn tố cáo; tham nhũng; cán bộ ăn tiền; cán bộ nhận hối lộ; cán bộ vòi tiền;
    đưa tiền mới làm; tiêu cực; nhũng nhiễu; trưởng ấp ăn chặn; trưởng thôn ăn chặn; ăn chặn tiền hỗ trợ; cán bộ lạm quyền;
    tố cáo chủ tịch; báo tham nhũng; bí mật người tố cáo; cán bộ vi phạm; tố cáo nặc danh; cán bộ hách dịch; cán bộ làm bậy;
    cán bộ gây khó dễ đòi tiền`,
  // Bồi thường nhà nước
  '2.002165': `nhà nước bồi thường; đòi bồi thường; bắt đền; bắt đền nhà nước; đòi xã đền; xã làm hư; xã làm sai gây thiệt hại;
    cán bộ làm sai gây thiệt hại; cán bộ làm mất giấy tờ của dân; xã bồi thường; yêu cầu bồi thường; bồi thường thiệt hại; cán bộ làm hại;
    bị oan đòi bồi thường; xã phá nhà sai; cưỡng chế sai đòi đền; cán bộ gây thiệt hại; đền tiền; xã phải đền; xã làm sập nhà;
    xã làm hư nhà; làm đường hư nhà dân; nhà hư ai đền; ai đền cho dân`,
  // Hòa giải ở cơ sở
  '1.002211': `hòa giải viên; làm hòa giải viên; bầu hòa giải viên; xin làm hòa giải viên; công nhận hòa giải; người hòa giải;
    thành viên tổ hòa giải; vào tổ hòa giải; quyết định công nhận hòa giải viên; bổ sung hòa giải viên; hòa giải viên ấp;
    hòa giải viên thôn; tham gia tổ hòa giải`,
  '2.000950': `tổ trưởng hòa giải; tổ trưởng tổ hòa giải; bầu tổ trưởng hòa giải; trưởng tổ hòa giải; tổ trưởng tổ hòa giải ấp;
    tổ trưởng tổ hòa giải thôn; đổi tổ trưởng hòa giải; người đứng đầu tổ hòa giải`,
  '2.000424': `hòa giải viên bị tai nạn; hòa giải viên bị thương; hòa giải viên bị đánh; đi hòa giải bị tai nạn; đi hòa giải bị đánh;
    hòa giải viên gặp nạn; hòa giải viên chết; hòa giải viên rủi ro; hỗ trợ hòa giải viên; tiền hỗ trợ hòa giải viên;
    bị thương khi hòa giải; bị xe đụng khi đi hòa giải`,
  // Cai nghiện, văn hóa, hội, môi trường, mầm non
  '3.000527': `cai nghiện; nghiện; nghiện ma túy; con nghiện; chơi đá; xì ke; hút chích; nghiện hút; sử dụng ma túy; đi cai; cai ma túy;
    đập đá; ngáo đá; dùng ma túy; chồng nghiện; con bị nghiện; đưa con đi cai; tự nguyện cai; cai tại nhà; cai nghiện tại nhà;
    cai thuốc phiện; heroin; hàng trắng; methadone; trại cai nghiện`,
  '1.003622': `lễ hội; tổ chức lễ hội; làm lễ hội; lễ hội đình; lễ hội đình làng; cúng đình; hội làng; hội đình; kỳ yên; lễ kỳ yên;
    lễ hội truyền thống; rước kiệu; đua ghe; mở hội; lễ hội chùa; tế lễ đình; lễ nghinh ông; lễ hội văn hóa; xin tổ chức hội xuân;
    báo tổ chức lễ hội; hội xuân; đền làng mở hội`,
  '1.013702': `ban vận động; lập ban vận động; ban vận động hội; ban vận động thành lập hội; công nhận ban vận động; vận động lập hội;
    chuẩn bị lập hội; đứng ra lập hội; muốn lập hội cần làm gì trước; lập hội đồng hương; nhóm người xin lập hội; lập ban lâm thời`,
  '1.013703': `lập hội; thành lập hội; lập hội đồng hương; hội đồng hương; hội làm vườn; hội sinh vật cảnh; hội cựu giáo chức;
    hội người cao tuổi; hội chữ thập đỏ; hội khuyến học; lập câu lạc bộ; thành lập câu lạc bộ; hội nghề nghiệp; hội chơi chim;
    hội từ thiện; quyết định thành lập hội; xin phép lập hội; hội nuôi ong; hội cây cảnh; đại hội thành lập`,
  '1.010736': `đánh giá tác động môi trường; báo cáo tác động môi trường; báo cáo môi trường; tham vấn môi trường; tham vấn cộng đồng;
    lấy ý kiến dân về dự án; xin ý kiến xã về dự án; dự án xin ý kiến xã; ý kiến xã về môi trường; môi trường dự án; nhà máy lấy ý kiến;
    trại heo xin ý kiến môi trường; trại chăn nuôi môi trường; công ty xây nhà máy môi trường`,
  '1.001622': `tiền ăn trưa; ăn trưa; tiền ăn trưa cho con; hỗ trợ tiền ăn mầm non; tiền ăn mẫu giáo; hỗ trợ mẫu giáo; con học mẫu giáo;
    con học mầm non; trẻ mầm non; hỗ trợ tiền ăn cho trẻ; tiền ăn bán trú; ăn bán trú; hỗ trợ ăn trưa mầm non; con đi nhà trẻ;
    con nhà nghèo học mầm non; tiền cơm trưa; tiền cơm ở trường; trẻ 5 tuổi hộ nghèo; hỗ trợ học sinh mầm non; mẫu giáo`,
}
