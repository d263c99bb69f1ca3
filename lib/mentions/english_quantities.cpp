// English quantities: one pattern finds them, its named groups say what they are.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "mentions/quantity_rules.hpp"
#include "text/ascii.hpp"

namespace duizhao::mentions {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

std::string pattern() {
  return with_parts(
      R"((?x)
    # Most words need no further look.
    (?= [0-9０-９$€£¥'’‘] | \b (?: {beginnings} | [ivx]{2} | q[1-4] | few ) )
    (?:
    (?<![\w./-]) [0-9]{4} [-/] (?<isomonth> [0-9]{1,2} ) [-/] (?<isoday> [0-9]{1,2} ) (?![\w/-])
  | (?<![\w./-]) [0-9]{1,2} / [0-9]{1,2} / (?<slashyear> [0-9]{2,4} ) (?![\w/-])
  | (?<![\w:.,]) (?<hour> [0-9]{1,2} ) (?: [:.] (?<minute> [0-9]{2} ) )? \s? [ap] \.? m \b
  | (?<![\w:.,]) (?<clockhour> [0-9]{1,2} ) : (?<clockminute> [0-9]{2} ) (?![\w:])
  | (?<![\w:.,$€£¥-]) (?<one> [0-9]{1,3} ) [-–:] (?<other> [0-9]{1,3} ) (?= \s (?: win|victory|defeat|loss|lead|draw|triumph
        |on\s|to\s|over\s|against\s|for\s|in\s|at\s|with\s|and\s|up\b|down\b|ahead\b|behind\b|after\b|away\b|home\b ) | [.,;!?)] (?:\s|$) | $ )
  | \b (?<roman> [ivx]{2,5} ) \b
  | \b q (?<quarter> [1-4] ) \b
  | (?<![\w.,]) (?<mixed> [0-9]{1,6} ) \s (?<mixedover> [0-9]{1,3} ) / (?<mixedunder> [0-9]{1,3} ) (?![\w/])
  | \b (?<inpart> {ones} | [0-9]{1,4} ) \s (?: in|out\sof|per ) \s (?<inwhole> (?: a\s )? {big} | {tens} | ten | five | three | four
        | [0-9]{1,2} (?!\d) | 1?00 | 1,?000 ) (?! [\s-]? (?: {tens}|{ones}|{big}|percent|years?|months?|days?|minutes?|hours?|games?|rounds? ) | ,?[0-9] )
  | (?<permille> [0-9]{1,4} (?:\.[0-9]{1,4})? ) \s? ‰
  | \b (?<few> several | a\sfew | few | a\scouple(?:\sof)? ) \s (?<fewscale> (?: hundred|thousand|million|billion|dozen ) (?: \s (?: thousand|million|billion ) )? ) \b
        (?: \s (?<fewunit> yuan|rmb|dollars|euros|pounds|yen ) \b )?
  | \b (?<month> {months} ) \.? \s (?<day> [0-9]{1,2} ) (?: st|nd|rd|th )? \b (?! [,.]?[0-9] )
        (?: \s? (?: [-–—]|to|and|through ) \s? (?<lastday> [0-9]{1,2} ) (?: st|nd|rd|th )? \b (?! [,.%]?[0-9] | \s(?:{months}) ) )?
  | \b (?: (?<earlierday> [0-9]{1,2} ) (?: st|nd|rd|th )? \s? (?: [-–—]|to|and ) \s? )?
        (?<dayfirst> [0-9]{1,2} ) (?: st|nd|rd|th )? \s (?: of\s )? (?<monthafter> {months} ) \b
  | \b (?: (?<onlymonth> january|february|april|june|july|august|september|october|november|december )
         | (?<= \b (?: in|of|since|by|until|last|early|late|mid ) [\s-] ) (?<ambiguousmonth> march|may ) ) \b
  | (?<![\w.,]) (?<decade> (?: 1[5-9] | 20 ) [0-9] 0 | ['’‘]? [0-9] 0 ) ['’]? s \b
  | (?<= \b the \s ) (?<decadeword> twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties ) \b
  | (?<![\w/.,]) (?<over> [0-9]+ ) / (?<under> [0-9]+ ) (?: st|nd|rd|th|s )* (?![\w/])
  | \b (?<part> a|{ones} ) [\s-] (?<share> (?: {ordinals} | half | quarter ) s? ) \b
  | \b half \s an? \s (?<halved> per\s?cent | percent | million | billion | trillion | dozen
                               | hundred | thousand | century ) \b
  | \b (?<half> half ) \b
  | \b (?<openscale> tens\sof\sthousands | hundreds\sof\s(?:thousands|millions) | dozens | hundreds
                   | thousands | millions | billions | several | a\sfew | a\scouple ) \b
  | \b (?<times> twice | twofold | doubl(?:e|ed|es|ing) | tripl(?:e|ed|es|ing) | threefold ) \b
  | \b (?<ordinalword> {ordinals} ) \b
  | (?<sign> (?: \b(?: us | hk ) )? \$ | [€£¥] | \b(?: rmb|cny|usd ) \s? )?
    (?<![\w.\[/]) (?<! [a-z]- ) (?! [0-9]{1,4} / [0-9] ) (?<first> {digits} | {words} ) (?<andhalf> \s and \s a \s half \b )? (?<firstscale> {scale} )?
    (?: (?<firstpercent> % )? -? \s? (?: [-–—~] | \b(?:to|or|and)\b ) -? \s?
        (?: {sign2} )? (?<second> {digits} | {words} ) (?<secondscale> {scale} )? )?
    (?<plus> \+ )?
    (?: [\s-]? (?<unit> % | per\s?cent(?:age\spoints?)?\b | [x×](?!\w) | times\b | fold\b
                      | (?:st|nd|rd|th)\b | yuan\b | rmb\b | renminbi\b | dollars?\b | euros?\b
                      | pounds?\b | yen\b ) )?
    )
)",
      {{"beginnings",  // of what the words below begin with
        R"(a[\s-] (?: bil|coup|doz|eig|few|fif|fou|hal|hun|mil|nin|qua|se[cv]|six|ten|th[io]|tri|tw )
         | apr|aug | bil | cny | dec|dou|doz | eig|ele | feb|fi[frv]|fort|fou | hal|hk\$|hun
         | jan|ju[ln] | mar|may|mil | nin|nov | oct|one | rmb | se[cpv]|six
         | ten|thir|thous|thre|tri|tw[eio] | us[$d] | zer)"},
       {"months",
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
        "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
        "dec(?:ember)?"},
       {"digits",
        R"((?: [0-9]{1,3} (?: ,[0-9]{3} ){1,8} | [0-9]{1,40} | [０-９]{1,40} ) (?: \.[0-9]{1,40} )?)"},
       {"sign2", R"(us\$ | \$ | [€£¥])"},
       {"scale", R"([\s-]? (?: hundred|thousand|million|billion|trillion|dozen|bn|mn|[mbk] ) \b)"},
       {"unit", R"((?: {tens} (?: [\s-] {ones} \b )? | {ones} \b ))"},
       {"words", R"(\b (?: {unit} | (?: a\s )? {big} )
                               (?: [\s-] {big} | (?<= hundred | thousand | million | billion | trillion )
                                   [\s-] (?: and\s )? {unit} ){0,20} \b)"},
       {"big", "(?:hundred|thousand|million|billion|trillion|dozen)\\b"},
       {"ordinals",
        "(?:(?:{tens}-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
        "tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|"
        "(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|hundredth|thousandth|"
        "millionth)"},
       {"tens", "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"},
       {"ones",
        "(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
        "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"}});
}

double scale_of(std::string_view scale) {
  std::string name = text::ascii_lower(scale);
  std::erase_if(name, [](char c) { return c == ' ' || c == '-'; });
  static const std::map<std::string_view, double> values = {
      {"", 1},          {"hundred", 1e2}, {"thousand", 1e3},  {"k", 1e3},
      {"million", 1e6}, {"mn", 1e6},      {"m", 1e6},         {"billion", 1e9},
      {"bn", 1e9},      {"b", 1e9},       {"trillion", 1e12}, {"dozen", 12}};
  const auto found = values.find(name);
  return found == values.end() ? 1 : found->second;
}

/// The cardinal of an ordinal word: seventy of seventieth, twenty-one of twenty-first.
std::string cardinal_of(std::string_view ordinal) {
  std::string word = text::ascii_lower(ordinal);
  if (word.ends_with("s") && !word.ends_with("ss")) word.pop_back();
  static const std::map<std::string_view, std::string_view> irregular = {
      {"first", "one"},      {"second", "two"},   {"third", "three"},
      {"fifth", "five"},     {"eighth", "eight"}, {"ninth", "nine"},
      {"twelfth", "twelve"}, {"half", "two"},     {"quarter", "four"}};
  const std::size_t dash = word.rfind('-');
  const std::size_t begin = dash == std::string::npos ? 0 : dash + 1;
  const auto found = irregular.find(std::string_view(word).substr(begin));
  if (found != irregular.end()) return word.substr(0, begin) + std::string(found->second);
  if (word.ends_with("ieth")) return word.substr(0, word.size() - 4) + "y";
  if (word.ends_with("th")) return word.substr(0, word.size() - 2);
  return word;
}

std::size_t month_number(std::string_view name) {
  const std::string head = text::ascii_lower(name).substr(0, 3);
  return 1 + static_cast<std::size_t>(std::find(kMonths.begin(), kMonths.end(), head) -
                                      kMonths.begin());
}

std::string currency_of(std::string_view mark) {
  std::string name = text::ascii_lower(mark);
  std::erase(name, ' ');
  static const std::map<std::string_view, const char*> codes = {
      {"us$", "USD"},   {"$", "USD"},        {"usd", "USD"},  {"dollar", "USD"}, {"dollars", "USD"},
      {"hk$", "HKD"},   {"€", "EUR"},        {"euro", "EUR"}, {"euros", "EUR"},  {"£", "GBP"},
      {"pound", "GBP"}, {"pounds", "GBP"},   {"¥", "CNY"},    {"rmb", "CNY"},    {"cny", "CNY"},
      {"yuan", "CNY"},  {"renminbi", "CNY"}, {"yen", "JPY"}};
  const auto found = codes.find(name);
  return found == codes.end() ? "" : found->second;
}

/// The value of a Roman numeral in capitals, II to XXXIX; nothing for what only looks like one.
std::optional<double> roman(std::string_view text) {
  double value = 0;
  for (; text.starts_with('X') && value < 30; text.remove_prefix(1)) value += 10;
  constexpr std::array<std::string_view, 10> kOnes = {"",  "I",  "II",  "III",  "IV",
                                                      "V", "VI", "VII", "VIII", "IX"};
  const auto ones = std::ranges::find(kOnes, text);
  if (ones == kOnes.end()) return std::nullopt;
  value += static_cast<double>(ones - kOnes.begin());
  return value > 0 ? std::optional(value) : std::nullopt;
}

/// Half a million, half a per cent.
Quantity halved(std::string_view unit) {
  constexpr double kCentury = 100;
  if (unit.starts_with("per")) return exact(QuantityKind::ratio, 0.005);
  return exact(QuantityKind::number, (unit == "century" ? kCentury : scale_of(unit)) / 2);
}

/// Whether two numbers are joined by a word that does not make a range of them: five or ten.
bool is_joined_by(std::string_view word, std::string_view text, const Match& match) {
  constexpr std::size_t kReach = 24;  // bytes: between roughly
  const std::size_t begin = match.range.begin - std::min(match.range.begin, kReach);
  const std::string before = text::ascii_lower(text.substr(begin, match.range.begin - begin));
  if (before.find("between ") != std::string::npos) return false;
  const std::string_view second = match["second"];
  const std::string_view first = match["first"];
  const std::string_view between(
      first.data() + first.size(),
      static_cast<std::size_t>(second.data() - first.data()) - first.size());
  return between.find(word) != std::string_view::npos;
}

/// Two numbers with one unit as two matches: five and three per cent. Others as they are.
std::vector<Match> parted(std::string_view text, Match match) {
  if (!match.has("second") || !is_joined_by(" and ", text, match)) return {std::move(match)};
  const auto place = [&](std::string_view group) {
    return static_cast<std::size_t>(match[group].data() - text.data());
  };
  Match second = match;
  second.range.begin = place("second");
  match.range.end = place("first") + match["first"].size();
  for (const char* behind : {"andhalf", "firstscale", "firstpercent"}) {
    if (match.has(behind)) match.range.end = place(behind) + match[behind].size();
    second.groups.erase(behind);
  }
  second.groups["first"] = match["second"];
  if (match.has("secondscale")) {
    second.groups["firstscale"] = match["secondscale"];
    match.groups.try_emplace("firstscale", match["secondscale"]);
  }
  for (Match* each : {&match, &second}) {
    each->groups.erase("second");
    each->groups.erase("secondscale");
  }
  return {std::move(match), std::move(second)};
}

}  // namespace

EnglishQuantities::EnglishQuantities(const Numerals& numerals)
    : numerals_(numerals), regex_(pattern()) {}

std::vector<Quantity> EnglishQuantities::find(std::string_view text) const {
  std::vector<Quantity> quantities;
  for (Match& found : regex_.find_all(text)) {
    for (const Match& match : parted(text, std::move(found))) {
      auto quantity = read(text, match);
      if (!quantity) continue;
      quantity->range = match.range;
      quantities.push_back(std::move(*quantity));
    }
  }
  return quantities;
}

std::optional<Quantity> EnglishQuantities::read(std::string_view text, const Match& match) const {
  std::optional<Quantity> quantity;
  if (match.has("half")) {
    quantity = exact(QuantityKind::ratio, 0.5);
  } else if (match.has("halved")) {
    quantity = halved(match["halved"]);
  } else if (match.has("isoday")) {
    quantity = date_of(*digits(match["isomonth"]), *digits(match["isoday"]));
  } else if (match.has("slashyear")) {
    return std::nullopt;  // whether the month or the day comes first is not known
  } else if (match.has("hour") || match.has("clockhour")) {
    quantity = time(match);
  } else if (match.has("one")) {
    const double one = *digits(match["one"]);
    const double other = *digits(match["other"]);
    // 3-5 may be a range, 5-3 is none.
    quantity = score(one, other);
    if (one < other) {
      quantity->kind = QuantityKind::number;
      quantity->both_ends = true;
    }
  } else if (match.has("roman")) {
    const auto value = roman(match["roman"]);
    if (value) quantity = exact(QuantityKind::ordinal, *value);
  } else if (match.has("quarter")) {
    quantity = exact(QuantityKind::ordinal, *digits(match["quarter"]));
  } else if (match.has("under") || match.has("share") || match.has("mixed") ||
             match.has("inpart") || match.has("permille")) {
    quantity = fraction(match);
  } else if (match.has("openscale") || match.has("times") || match.has("few")) {
    quantity = open(match);
  } else if (match.has("first")) {
    quantity = counted(text, match);
  } else if (match.has("ordinalword")) {
    const auto value = numerals_.english(cardinal_of(match["ordinalword"]));
    if (value) quantity = exact(QuantityKind::ordinal, *value);
  } else {
    quantity = date(match);
  }
  return quantity;
}

std::optional<double> EnglishQuantities::number(std::string_view text,
                                                std::string_view scale) const {
  auto value = digits(text);
  if (!value) value = numerals_.english(text);
  return value ? std::optional(*value * scale_of(scale)) : std::nullopt;
}

std::optional<Quantity> EnglishQuantities::fraction(const Match& match) const {
  std::optional<double> part;
  std::optional<double> whole;
  if (match.has("mixed")) {
    const double under = *digits(match["mixedunder"]);
    if (under == 0) return std::nullopt;
    return exact(QuantityKind::number,
                 *digits(match["mixed"]) + *digits(match["mixedover"]) / under);
  }
  if (match.has("permille")) return exact(QuantityKind::ratio, *digits(match["permille"]) / 1000);
  if (match.has("inpart")) {
    part = number(match["inpart"], {});
    whole = number(match["inwhole"], {});
    if (part && whole && *part > *whole)
      return exact(QuantityKind::number, *part);  // 2015 in three
  } else if (match.has("under")) {
    part = digits(match["over"]);
    whole = digits(match["under"]);
  } else {
    part = match["part"].size() == 1 ? 1.0 : numerals_.english(match["part"]);
    whole = numerals_.english(cardinal_of(match["share"]));
  }
  if (!part || !whole || *whole == 0) return std::nullopt;
  return exact(QuantityKind::ratio, *part / *whole);
}

std::optional<Quantity> EnglishQuantities::date(const Match& match) const {
  if (match.has("decade")) {
    std::string_view figures = match["decade"];
    while (!figures.empty() && !text::is_ascii_digit(figures.front())) figures.remove_prefix(1);
    const double year = digits(figures).value_or(0);
    return exact(QuantityKind::decade, year >= 100 ? year : year >= 30 ? 1900 + year : 2000 + year);
  }
  if (match.has("decadeword")) {
    std::string word = text::ascii_lower(match["decadeword"]);
    word.replace(word.size() - 3, 3, "y");
    const auto figures = numerals_.english(word);
    return figures ? std::optional(exact(QuantityKind::decade, 1900 + *figures)) : std::nullopt;
  }
  for (const char* group : {"onlymonth", "ambiguousmonth"}) {
    if (match.has(group)) {
      return exact(QuantityKind::month, static_cast<double>(month_number(match[group])));
    }
  }
  const bool day_first = match.has("dayfirst");
  const double day = digits(match[day_first ? "dayfirst" : "day"]).value_or(0);
  const auto month = static_cast<double>(month_number(match[day_first ? "monthafter" : "month"]));
  if (day < 1 || day > 31) return std::nullopt;
  if (match.has("lastday") || match.has("earlierday")) {
    const double other = digits(match[day_first ? "earlierday" : "lastday"]).value_or(day);
    return date_of(month, std::min(day, other), std::max(day, other));
  }
  return date_of(month, day);
}

std::optional<Quantity> EnglishQuantities::time(const Match& match) const {
  const bool half = match.has("hour");
  const double minute = digits(match[half ? "minute" : "clockminute"]).value_or(0);
  return time_of_day(*digits(match[half ? "hour" : "clockhour"]), minute);
}

std::optional<Quantity> EnglishQuantities::open(const Match& match) const {
  if (match.has("few")) {
    const std::string_view words = match["fewscale"];
    const std::size_t space = std::min(words.find(' '), words.size());
    const double scale = scale_of(words.substr(0, space)) *
                         scale_of(words.substr(std::min(space + 1, words.size())));
    const std::string currency = currency_of(match["fewunit"]);
    return Quantity{{},
                    currency.empty() ? QuantityKind::number : QuantityKind::money,
                    2 * scale,
                    9.99 * scale,
                    currency};
  }
  if (match.has("times")) {
    const std::string word = text::ascii_lower(match["times"]);
    return exact(QuantityKind::multiple, word.starts_with("t") && word.find("thr") == 0 ? 3
                                         : word.starts_with("tripl")                    ? 3
                                                                                        : 2);
  }
  static const std::map<std::string, Value> values = {{"dozens", {24, 99}},
                                                      {"hundreds", {200, 999}},
                                                      {"thousands", {2e3, 9999}},
                                                      {"millions", {2e6, 9.99e6}},
                                                      {"billions", {2e9, 9.99e9}},
                                                      {"tens of thousands", {2e4, 99'999}},
                                                      {"hundreds of thousands", {2e5, 999'999}},
                                                      {"hundreds of millions", {2e8, 9.99e8}},
                                                      {"several", {2, 9}},
                                                      {"a few", {2, 9}},
                                                      {"a couple", {2, 3}}};
  const auto found = values.find(text::ascii_lower(match["openscale"]));
  if (found == values.end()) return std::nullopt;
  return Quantity{{}, QuantityKind::number, found->second.low, found->second.high, {}};
}

std::optional<Quantity> EnglishQuantities::counted(std::string_view text,
                                                   const Match& match) const {
  const std::string_view first = match["first"];
  const std::string_view unit = match["unit"];
  const auto low = number(first, match["firstscale"]);
  if (!low) return std::nullopt;
  Quantity quantity = exact(QuantityKind::number, *low);
  if (match.has("andhalf")) {  // two and a half million
    quantity.low += 0.5 * scale_of(match["firstscale"]);
    quantity.high = quantity.low;
  }
  if (match.has("second")) {
    const auto high = number(match["second"], match["secondscale"]);
    if (!high) return std::nullopt;
    // $5–7 billion: the scale belongs to both.
    const double factor = scale_of(match["secondscale"]);
    if (!match.has("firstscale") && *low * factor <= *high) quantity.low *= factor;
    quantity.high = std::max(quantity.low, *high);
    quantity.both_ends = quantity.low < quantity.high && !is_joined_by(" or ", text, match);
  }
  if (match.has("plus")) quantity.high = and_more(quantity.low).high;

  const bool word = !text::is_ascii_digit(first.front());
  const bool bare_one =
      word && quantity.low == 1 && quantity.high == 1 && unit.empty() && !match.has("sign");
  if (bare_one) return std::nullopt;

  const std::string currency = currency_of(match.has("sign") ? match["sign"] : unit);
  if (!currency.empty()) {
    quantity.kind = QuantityKind::money;
    quantity.currency = currency;
  } else if (unit == "%" || text::ascii_lower(unit).starts_with("per") ||
             match.has("firstpercent")) {
    quantity.kind = QuantityKind::ratio;
    quantity.low *= 0.01;
    quantity.high *= 0.01;
  } else if (unit == "x" || unit == "X" || unit == "×" || unit == "times" || unit == "fold") {
    quantity.kind = QuantityKind::multiple;
  } else if (unit.size() == 2) {
    quantity.kind = QuantityKind::ordinal;
  } else if (!word && first.size() == 4 && first.find_first_of(".,") == std::string_view::npos &&
             !match.has("firstscale") && !match.has("plus") && quantity.low >= 1500 &&
             quantity.high < 2100) {
    quantity.kind = QuantityKind::year;
  }
  return quantity;
}

}  // namespace duizhao::mentions
