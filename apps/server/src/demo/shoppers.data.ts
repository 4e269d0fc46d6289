/** People who shop online in the demo. All invented. */

type Shopper = readonly [name: string, email: string, street: string];

export const demoShoppers: readonly Shopper[] = [
  ['Chan Mei Ling 陳美玲', 'meiling.chan@mail.example', '12 Caine Road'],
  ['Wong Ka Wai 黃家偉', 'kawai.wong@mail.example', '88 Hennessy Road'],
  ['Lee Siu Fong 李小芳', 'siufong.lee@mail.example', '203 Nathan Road'],
  ['Cheung Chi Ming 張志明', 'chiming.cheung@mail.example', '5 Tai Koo Shing Road'],
  ['Lau Wing Yan 劉詠欣', 'wingyan.lau@mail.example', '41 Pok Fu Lam Road'],
  ['Ho Tsz Kit 何子傑', 'tszkit.ho@mail.example', '17 Waterloo Road'],
  ['Ng Pui Shan 吳佩珊', 'puishan.ng@mail.example', '66 Castle Peak Road'],
  ['Leung Chun Hei 梁俊熙', 'chunhei.leung@mail.example', '9 Sha Tin Centre Street'],
  ['Tsang Hoi Yee 曾凱怡', 'hoiyee.tsang@mail.example', '30 Kwun Tong Road'],
  ['Yip Man Kit 葉文傑', 'mankit.yip@mail.example', '128 King’s Road'],
  ['Emily Carter', 'emily.carter@mail.example', '2 Old Peak Road'],
  ['Arjun Mehta', 'arjun.mehta@mail.example', '75 Robinson Road'],
  ['Sato Haruka 佐藤遙', 'haruka.sato@mail.example', '33 Whampoa Street'],
  ['Maria Santos', 'maria.santos@mail.example', '14 Staunton Street'],
  ['Lam Cheuk Hin 林卓軒', 'cheukhin.lam@mail.example', '51 Tseung Kwan O Road'],
  ['Kwok Sze Man 郭詩敏', 'szeman.kwok@mail.example', '8 Yuen Long Main Road'],
  ['Fung Yat Long 馮日朗', 'yatlong.fung@mail.example', '23 Tuen Mun Heung Sze Wui Road'],
  ['Thomas Meier', 'thomas.meier@mail.example', '60 Discovery Bay Road'],
  ['Mak Lok Yi 麥樂兒', 'lokyi.mak@mail.example', '19 Tai Po Road'],
  ['Poon Hiu Tung 潘曉彤', 'hiutung.poon@mail.example', '102 Argyle Street'],
];
