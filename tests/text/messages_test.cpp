// Messages in the languages that there are.
#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>
#include <duizhao/duizhao.hpp>
#include <locale>
#include <regex>
#include <set>

namespace {

using duizhao::translate;

/// The global locale of a language as long as it lives.
class InLanguage {
 public:
  explicit InLanguage(const std::string& language)
      : before_(std::locale::global(duizhao::message_locale(language))) {}
  ~InLanguage() { std::locale::global(before_); }
  InLanguage(const InLanguage&) = delete;
  InLanguage& operator=(const InLanguage&) = delete;

 private:
  std::locale before_;
};

/// The messages of a compiled catalogue (gettext's MO format) and their translations; those of a
/// plural form are in one string, with zeros between them.
std::vector<std::pair<std::string, std::string>> catalogue(const std::string& path) {
  const std::string bytes = duizhao::read_file(path);
  const auto word = [&](std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
  };
  REQUIRE(word(0) == 0x950412de);
  const auto text = [&](std::size_t entry) { return bytes.substr(word(entry + 4), word(entry)); };
  std::vector<std::pair<std::string, std::string>> messages;
  for (std::uint32_t i = 0; i < word(8); ++i) {
    messages.emplace_back(text(word(12) + 8 * i), text(word(16) + 8 * i));
  }
  return messages;
}

/// What a message has filled in: the index of each place with its format.
std::set<std::string> places(const std::string& message) {
  static const std::regex kPlace(R"(\{(\d*)(:[^{}]*)?\})");
  std::set<std::string> found;
  std::size_t next = 0;
  for (std::sregex_iterator at(message.begin(), message.end(), kPlace), end; at != end; ++at) {
    const std::string index = (*at)[1].str();
    found.insert((index.empty() ? std::to_string(next++) : index) + (*at)[2].str());
  }
  return found;
}

bool has_chinese(const std::string& text) {
  static const std::regex kChinese("[\xE4-\xE9][\x80-\xBF][\x80-\xBF]");
  return std::regex_search(text, kChinese);
}

/// Whether a message says anything besides what it fills in and names of the command line.
bool has_words(const std::string& message) {
  static const std::regex kNames(R"(\{[^}]*\}|`[^`]*`|duizhao)");
  const std::string rest = std::regex_replace(message, kNames, "");
  return std::regex_search(rest, std::regex("[a-z]"));
}

}  // namespace

TEST_CASE("Messages are English unless a program chooses a language") {
  CHECK(translate("a file") == "a file");
  CHECK(translate("{} bead", "{} beads", 1) == "{} bead");
  CHECK(translate("{} bead", "{} beads", 0) == "{} beads");
  CHECK(duizhao::format_number(1234567) == "1234567");
  CHECK(duizhao::format_date("2024-07-17") == "2024-07-17");
}

TEST_CASE("English has plurals, numbers and dates") {
  const InLanguage english("en");
  CHECK(translate("{} bead", "{} beads", 1) == "{} bead");
  CHECK(translate("{} bead", "{} beads", 2) == "{} beads");
  CHECK(translate("Chinese 不是 is kept …") == "Chinese 不是 is kept …");
  CHECK(duizhao::format_number(1234567) == "1,234,567");
  CHECK(duizhao::format_date("2024-07-17") == "July 17, 2024");
  CHECK(duizhao::format_date("July 2024") == "July 2024");
  CHECK(duizhao::format_date("2024-02-30") == "2024-02-30");
  std::ostringstream stream;
  stream << 1234567 << ' ' << 0.5;
  CHECK(stream.str() == "1234567 0.5");
}

TEST_CASE("Chinese has one form for all numbers") {
  const InLanguage chinese("zh_CN");
  CHECK(translate("a file") == "文件");
  CHECK(translate("").empty());
  CHECK(translate("{} bead", "{} beads", 1) == translate("{} bead", "{} beads", 2));
  CHECK(translate("no such message 不是") == "no such message 不是");
  CHECK(duizhao::format_number(1234567) == "1,234,567");
  CHECK(duizhao::format_date("2024-07-17") == "2024年7月17日");
  CHECK(duizhao::system_message(ENOENT) == "没有那个文件或目录");
  try {
    duizhao::read_document("no/such/file");
    FAIL("it was read");
  } catch (const duizhao::Error& error) {
    CHECK(std::string(error.what()) == "no/such/file: 需要可读的文件，但出错：没有那个文件或目录");
  }
}

TEST_CASE("There are two languages") {
  CHECK_THROWS_AS(duizhao::message_locale("tlh"), duizhao::Error);
}

TEST_CASE("Everything that is known of a rule is translated") {
  const InLanguage chinese("zh_CN");
  for (const duizhao::RuleDescription& rule : duizhao::rules()) {
    INFO(rule.name);
    std::vector<std::string_view> texts = {rule.summary, rule.details};
    for (const auto& option : rule.options) texts.push_back(option.meaning);
    for (const auto& example : rule.examples) texts.push_back(example.note);
    for (const auto& message : rule.messages) texts.push_back(message.text);
    texts.insert(texts.end(), rule.misses.begin(), rule.misses.end());
    for (const std::string_view text : texts) {
      CHECK(has_chinese(translate(text)));
      CHECK(translate(text) != text);
    }
    CHECK(duizhao::to_markdown(rule).find("## 会报告的") != std::string::npos);
  }
}

TEST_CASE("Translations fill in what their messages do") {
  for (const auto& [english, chinese] : catalogue(DUIZHAO_CATALOGUE)) {
    if (english.empty()) continue;  // the catalogue's header
    const std::string one = english.substr(0, english.find('\0'));
    INFO(one);
    CHECK(places(one) == places(chinese));
    CHECK((has_chinese(chinese) || !has_words(one) || one == "language code"));
  }
}
