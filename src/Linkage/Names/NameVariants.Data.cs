namespace Causeway.Linkage;

internal static partial class NameVariants
{
    private const string ShortForms =
        "william will bill billy willie liam wilhelm;robert rob bob bobby robbie bert;richard rick dick ricky richie rich;james jim jimmy jamie;" +
        "john jon johnny jack;jonathan jon jonny nathan;joseph joe joey jo;michael mike mick mickey micky mikey;thomas tom tommy;" +
        "christopher chris kit topher;christian chris;christina christine chris tina chrissie;daniel dan danny;matthew matt matty;" +
        "andrew andy drew;anthony tony ant;david dave davey;edward ed eddie ted ned teddy;edmund ed eddie ned;charles charlie chuck chas;" +
        "george georgie;henry harry hal hank;harold harry hal;alexander alex alec sandy xander lex;alexandra alex sandra sandy lexi;" +
        "alfred alf alfie fred;frederick fred freddie freddy;francis frank frankie;franklin frank;gregory greg gregg;gerald gerry jerry;" +
        "jeremy jerry jem;jeffrey jeff geoff geoffrey;kenneth ken kenny;lawrence larry laurie laurence;leonard len lenny leo;" +
        "nicholas nick nicky nico;patrick pat paddy rick;peter pete;philip phil pip;raymond ray;ronald ron ronnie;samuel sam sammy;" +
        "samantha sam sammy;stephen steve stevie steven stefan;stewart stuart stu;timothy tim timmy;theodore ted theo teddy;vincent vince;" +
        "walter walt wally;benjamin ben benny benji bibi;zachary zach zack;joshua josh;nathaniel nate nathan nat;oliver ollie olly;" +
        "elizabeth liz beth betty lizzie eliza betsy libby elsie lisa bess;margaret maggie peggy meg madge greta marge rita;" +
        "katherine kate kathy katie kat kitty kathryn catherine cathy katharine;rebecca becky becca;deborah debra deb debbie;jennifer jen jenny;" +
        "jessica jess jessie;patricia pat trish patty tricia patsy;susan sue susie suzy susanne suzanne;victoria vicky vicki tori;" +
        "abigail abby gail;amanda mandy;barbara barb babs basia;caroline carrie carolyn carol;charlotte lottie charlie;dorothy dot dolly dottie;" +
        "eleanor ellie nell nora elena;emily em emmy;florence flo florrie;gillian gill jill jillian;helen nell nellie;isabella bella isabel isabelle isa izzy;" +
        "jacqueline jackie;janet jan;josephine jo josie;judith judy judit jutka;kimberly kim;laura laurie;linda lindy;lucy lucia lu;martha marty;" +
        "mary molly polly may;melissa mel;michelle shelly;nancy nan;natalie nat;olivia liv livvy;pamela pam;penelope penny;rachel rae;" +
        "rosemary rose rosie;sarah sara sally sadie;stephanie steph;teresa theresa terry terri tess tere;tracy tracey;valerie val;veronica vera ronnie;" +
        "virginia ginny;wendy wen;francisco paco pancho fran curro;jose pepe;josefa pepa;manuel manolo manu;antonio toni tono;ignacio nacho;" +
        "dolores lola;pilar pili;concepcion concha conchi;guadalupe lupe;francisca paqui paca;rosario charo;mercedes merche;enrique quique;" +
        "jesus chuy chus;alejandro alex jandro;fernando nando;rafael rafa;javier javi xavi xavier;cristina cris;beatriz bea bia;isabel isa;" +
        "eduardo edu lalo;roberto beto rober;alberto beto;guillermo memo guille;luis lucho;carmen mamen menchu;maria mari marie mary marija mariya;" +
        "katalin kati kata katinka;erzsebet erzsi bozsi zsoka;zsuzsanna zsuzsa zsuzsi;krisztina kriszta kriszti;orsolya orsi;gabriella gabi;gabor gabi;" +
        "ilona ili ica;ferenc feri;istvan pista isti;jozsef joska jozsi;janos jani jancsi;laszlo laci;sandor sanyi;zoltan zoli;andras bandi andris;" +
        "gergely gergo geri;tamas tomi;peter peti;agnes agi;eva evi vica;maria mari marika;anna panni anni annie;tunde tundi;ildiko ildi;" +
        "natalia natasha natalya nataliya natalija;tatiana tanya tatyana tatjana;ekaterina yekaterina katya katerina;svetlana sveta lana;" +
        "anastasia nastya anastasiya stasia;maria masha;ksenia xenia kseniya kseniia oksana;ludmila lyudmila liudmila mila lyuda;aleksandr sasha shura;" +
        "aleksandra sasha;dmitri dima dmitry dmitrii dmytro mitya;mikhail misha mikhailo;alexei alyosha aleksei alexey aleksey oleksii;sergei seryozha sergey serhii sergej;" +
        "vladimir volodya vova volodymyr wladimir;yevgeny zhenya evgeny evgenii yevgenii evgeni;ivan vanya;nikolai kolya nikolay mykola;" +
        "konstantin kostya;pavel pasha;elena lena yelena olena;olga olya olha;irina ira iryna;yulia julia iuliia yuliya juliya;yuri yury iurii yurii juri;" +
        "agnieszka aga;malgorzata gosia malgosia;katarzyna kasia;joanna asia;elzbieta ela;wojciech wojtek;krzysztof krzysiek;tomasz tomek;" +
        "stanislaw staszek;aleksandra ola;magdalena magda;jan janek;jakub kuba;sebastian basti seb bastian;tobias tobi;florian flo;katharina kathi kati;" +
        "johanna hanna hanne;franziska franzi;ulrike uli ulli;ulrich uli ulli;wolfgang wolf;sabine bine;susanne susi;maximilian max;dominik nik;" +
        "friederike rike fritzi;friedrich fritz fred;johannes hannes hans jo;heinrich heinz heiner;elisabeth lisa else elsbeth sissi;" +
        "frederic fred;veronique vero;rajesh raj;venkatesh venkat venkatesan;ravindra ravi;krishnan krishna;vikramaditya vikram;srinivasan srinivas sreenivasan;" +
        "abdallah abdullah;abdul abdel;nursultan nur;";

    private const string Cognates =
        "stephen steven istvan stefan stephan stepan esteban etienne stefano;joseph jozsef josef jose giuseppe josip;john janos johann johannes jan ivan juan jean giovanni joao ioannis;" +
        "michael mihaly michal mikhail miguel michel michele michail;alexander sandor alejandro alexandre aleksandr aleksander alessandro oleksandr iskander;" +
        "andrew andras andreas andrzej andrei andres andre andrey andriy andrij;peter pedro pierre pietro piotr pyotr petr petros;paul pal pablo pavel pawel paolo;" +
        "nicholas miklos nikolaus nikolai nicolas mikolaj nicola;george gyorgy georg jorge jerzy yuri georges giorgio georgios;thomas tamas tomas tomasz tommaso;" +
        "matthew mate matthias mateo mathieu mateusz matteo matyas mathias matthieu;laszlo leslie ladislaus;francis ferenc franz francisco francois franciszek;" +
        "charles karoly karl carlos karol carlo;louis lajos ludwig luis ludwik luigi luiz;henry henrik heinrich enrique henri henryk;frank ferenc;" +
        "elizabeth erzsebet elisabeth elzbieta isabel elisabetta;catherine katalin katharina catalina katarzyna catarina ekaterina;eva ewa eve;" +
        "mary maria marie miriam maryam mariam;anne anna ana hannah hanna anita;helen ilona elena helene helena;julia juli julie yulia;christine krisztina christina kristina cristina;" +
        "susan zsuzsanna susanne susana zuzanna;esther eszter ester;sylvia szilvia silvia sylvie;agnes ines agnieszka;gabriel gabor;eugene jeno evgeny eugen;emery imre;" +
        "gregory gergely gregor grzegorz gregoire;lucy lucia luca lucja;sophie sofia zofia sophia zsofia;magdalene magdolna magdalena;lawrence lorinc lorenz lorenzo laurent;" +
        "philip fulop felipe philippe filip filipe;william vilmos guillermo guillaume wilhelm;barbara borbala;monica monika monique;rachel raquel;theresa terez teresa therese;" +
        "christopher krzysztof christoph christophe cristobal kristof christof;mark marek marco markus marcos marc;luke lukas lukasz lucas luca;frederick friedrich frederic frederik federico;";

    private const string FurtherGivenNames =
        " emma olivia mia ella grace lily ruby sophia amelia isla ava evie poppy freya chloe alice daisy molly holly hannah megan ryan jacob logan mason noah ethan " +
        "lucas harry oscar leo muhammad finley archie jake kyle liam owen luke dylan adam aaron aidan isaac hudson lachlan riley jade brooke tahlia joshua zoe " +
        "hans jurgen gunter gunther bjorn jorg uwe ingrid helga renate gerda heike silke anke petra claudia birgit karin monika ursula brigitte gisela hannelore " +
        "kerstin sabine martina andrea stefanie nicole anja katja torsten thorsten ralf dirk jens klaus dieter werner helmut horst manfred gerhard kurt " +
        "attila csaba zsolt tibor balazs bence akos reka nora eszter dora szilvia timea ildiko judit krisztina tunde gyula bela geza imre jeno marta piroska " +
        "ahmed ahmad mahmoud mustafa ali hassan hussein omar khaled khalid youssef yusuf ibrahim karim tarek samir walid nasser fatima aisha zainab khadija nour " +
        "layla hanan rania salma yasmin huda amina dina lina rasha bilal hamza said rami hani mona nadia " +
        "priya anjali deepa lakshmi sunita kavita pooja meera asha shreya nisha rekha geeta suresh vijay sanjay arun amit rahul vikram ashok harpreet gurpreet " +
        "mohan arjun nikhil aditya imran farhana anil sunil ramesh mahesh ganesh neha ritu " +
        "camille chloe celine elodie amelie sophie nathalie sylvie guillaume olivier thierry pascal benoit jerome gaelle aurelie noemie luc yves " +
        "joao tiago goncalo margarida mariana rita fernanda vitoria helena paulo ricardo simao lucia elena rocio marta ramon joaquin ruben oscar sergio andres " +
        "pawel michal marek dorota beata jadwiga grazyna miroslaw jaroslaw igor ilya oleg boris galina nina vera larisa " +
        "minh thi van duc quang ngoc thanh hoang linh phuong thao quoc tuan huong lan huy long anh ming wei jing xin hui ling jun ji min seo hyun ";

    private const string Romanisations =
        "wang wong vang;li lee lei;yi lee rhee ri i li rhie;zhang chang cheung jang teo;liu lau liou;chen chan tan chin;yang yeung young yeo;huang wong hwang vong;" +
        "zhao chao chiu jhao;wu ng woo;zhou chow chou jou chau;xu hsu tsui hui;sun suen soon;ma mah;zhu chu choo;hu woo wu;guo kuo kwok quek;he ho ha;gao kao ko go;" +
        "lin lam lim im rim;luo lo law loh;zheng cheng jheng tay;liang leung leong;xie hsieh tse chia;song sung;tang tong;xiao hsiao siu;feng fung fong;" +
        "cao tsao cho;peng pang;zeng tseng tsang chang;ye yeh yip yap;cai tsai choi tsoi chua;jiang chiang kiang;pan poon pun;du to tu;lu lo luk loo;yuan yuen;" +
        "deng teng tang;xue hsueh sit;yan yen yim ngan;yu yue yee;shen shum sham;jin chin kam;qian chien chin;qiu chiu yau;fang fong;wei wai ngai;" +
        "kim gim ghim;park pak bak bark;choi choe choy chey;jung jeong chung jong cheong;kang gang kahng;jo cho joe;yoon yun youn;jang chang zang;" +
        "lim im rim yim;oh o;seo suh so sur;shin sin synn;kwon gwon kwun;ahn an;ryu yoo yu ryoo lyu you;jeon chun jun chon;ko go koh goh;moon mun;son sohn;" +
        "bae pae bai;baek paik back paek baik;heo hur huh her;noh roh no ro;ha hah;gu koo ku goo;jin chin;min minn;woo wu u;" +
        "ji jee chi;jun joon chun june;hyun hyeon hyon;young yeong yong;soo su;hee hui hi;eun un;jae je chae;sung seong song;kyung gyeong kyong;hye hea hae;" +
        "yeon youn yun;mi mee;tae dae;yoon yun;sun seon son;kyu gyu;chul cheol chol;sang sahng;dong tong;bin been;" +
        "qiang chiang keung;jing ching;jie chieh;juan chuan;gang kang;gui kuei kwai;xin hsin;hong hung;jian chien kin;guo kuo;zhi chih chi;rui jui;bo po;" +
        "jia chia ka;xue hsueh;long lung;qing ching;zhen chen;xia hsia;ying ing wing;hui wai hwei;" +
        "muhammad mohammed mohamed mohamad mohammad muhamed mohd mehmet muhammed mohamud;ahmad ahmed achmed ahmet;mahmoud mahmud mehmood mahmood;" +
        "mustafa moustafa mostafa;hassan hasan hassen;hussein husain hussain hossein husayn hosein huseyin hussien;omar umar omer;khaled khalid chaled;" +
        "youssef yousef yusuf youssuf yousuf youcef joseph yosef;ibrahim ebrahim brahim abraham;abdullah abdallah abdulla abdellah;rahman rahmane rehman;" +
        "karim kareem;tarek tariq tareq tarik;walid waleed oualid;nasser naser nasir nassir;ziad zyad ziyad;fatima fatma fatimah fatemeh;" +
        "aisha aysha aicha ayesha aishah;maryam mariam meryem mary maria;zainab zeinab zaynab zineb;khadija khadijah chadidscha khadidja;nour noor nur nura;" +
        "layla leila laila leyla;yasmin yasmine jasmin jasmine;huda hoda;sumaya soumaya sumayyah;suleiman soliman sulaiman sleiman solomon suleyman;" +
        "qasim kassem qassem kasim gasim;othman osman uthman othmane;jaber jabir gaber djaber;shaheen chahine shahin;khoury khouri churi khuri koury;" +
        "mansour mansur mansoor;saleh salih salah;sayed sayyid sayyed said saeed sayid;masri masry misri;najjar naggar nadjar;sharif sherif shareef cherif;" +
        "rashid rachid rasheed;fares faris;taher tahir;haddad hadad;nassar nasar;gaddafi qaddafi kadhafi gadhafi;muammar moammar;" +
        "meyer meier maier mayer mayr;schmidt schmitt schmid schmied;schulz schultz schulze schulte;hoffmann hofmann hoffman;smith smyth smythe;" +
        "nguyen nguyenn;vu vo;hoang huynh;zedong tsetung";
}
