// Small documents with all that surrounds prose, each kind in several formats, and their beads.
#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/text/file.hpp>
#include <filesystem>
#include <random>

using namespace duizhao;

namespace {

namespace fs = std::filesystem;

const Aligner& aligner() {
  static const Aligner kAligner(Lexicon::load_default());
  return kAligner;
}

/// A bead a line: the source, a tab, the target.
std::string beads_of(const fs::path& source, const fs::path& target) {
  const Alignment alignment = aligner().align(read_document(source), read_document(target));
  std::string lines;
  for (const Bead& bead : alignment.beads()) {
    lines += alignment.source_text(bead) + '\t' + alignment.target_text(bead) + '\n';
  }
  return lines;
}

}  // namespace

TEST_CASE("Small documents of every kind align as they should", "[documents]") {
  const fs::path folder = fs::path(DUIZHAO_SOURCE_FOLDER) / "tests/align/gold/documents";
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".gold") continue;
    const std::string gold = read_file(entry.path());
    const std::string name = entry.path().stem().string();
    for (const char* format : {".md", ".html", ".adoc", ".rst"}) {
      const fs::path both = folder / (name + ".both" + format);
      const fs::path chinese = folder / (name + ".zh" + format);
      const fs::path english = folder / (name + ".en" + format);
      const bool one_text = fs::exists(both);
      if (!one_text && !fs::exists(chinese)) continue;
      INFO(name << format);
      CHECK(beads_of(one_text ? both : chinese, one_text ? both : english) == gold);
      ++count;
    }
  }
  CHECK(count >= 30);
}

namespace {

/// Pages of a book on programming in both languages, the same ones on every run.
class BookPages {
 public:
  struct Page {
    std::string chinese;
    std::string english;
    std::size_t sentences = 0;
  };

  explicit BookPages(unsigned seed) : random_(seed) {}

  Page next() {
    Page page;
    if (chance(0.5)) add(page, "---\nlayout: book\nid: " + number(999) + "\n---");
    add(page, "# " + heading());
    const std::size_t sentences = 5 + below(46);
    std::size_t written = 0;
    while (written < sentences) {
      add_surroundings(page);
      std::string chinese, english;
      for (std::size_t left = 1 + below(3); left > 0 && written < sentences; --left, ++written) {
        add_sentence(chinese, english);
      }
      add(page, chinese, english);
    }
    page.sentences += sentences;
    return page;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool chance(double share) { return static_cast<double>(below(1000)) < 1000 * share; }
  std::string number(std::size_t limit) { return std::to_string(1 + below(limit)); }
  template <typename List>
  const auto& any(const List& list) {
    return list[below(std::size(list))];
  }

  static void add(Page& page, const std::string& chinese, const std::string& english) {
    page.chinese += chinese + "\n\n";
    page.english += english + "\n\n";
  }
  static void add(Page& page, const std::string& both) { add(page, both, both); }

  std::string heading() {
    static const char* const kHeadings[] = {
        "Hello, World!", "Getting Started", "Visual Studio Code", "API Reference",
        "FAQ",           "Linear Layers",   "Docker Compose",     "Batch Normalization"};
    return any(kHeadings);
  }

  std::string word() {
    static const char* const kWords[] = {"alpha", "batch", "count", "delta", "index", "kernel",
                                         "loss",  "path",  "step",  "value", "width"};
    return any(kWords);
  }

  void add_surroundings(Page& page) {
    if (chance(0.1)) {
      add(page, "## " + heading());
      ++page.sentences;
    }
    if (chance(0.2)) {
      std::string code = "```" + std::string(chance(0.5) ? "python" : "") + '\n';
      for (std::size_t lines = below(61); lines > 0; --lines) code += line_of_code() + '\n';
      add(page, code + "```");
    }
    if (chance(0.1)) add(page, "$$\n" + word() + "^* = w_" + number(99) + " + b^*\n$$");
    if (chance(0.1)) {
      const std::string address = "https://example.org/" + word() + "?page=" + number(99);
      add(page, "请看 " + address + " 。", "See " + address + " .");
      ++page.sentences;
    }
  }

  std::string line_of_code() {
    const std::string left = word();
    const std::string right = word();
    switch (below(6)) {
      case 0:
        return "def " + left + "(" + right + ", n=" + number(99) + "):";
      case 1:
        return "    return " + left + "[" + number(9) + "] + " + right + "!";
      case 2:
        return "# Compute the " + left + ". Then the " + right + "?";
      case 3:
        return "print(\"" + left + ": done. Next!\")";
      case 4:
        return "$ run " + left + " --" + right;
      default:
        return "";
    }
  }

  void add_sentence(std::string& chinese, std::string& english) {
    static const std::pair<const char*, const char*> kNouns[] = {
        {"函数", "function"}, {"参数", "parameter"}, {"文件", "file"},     {"模型", "model"},
        {"窗口", "window"},   {"网络", "network"},   {"服务器", "server"}, {"数据库", "database"},
        {"列表", "list"},     {"变量", "variable"},  {"图像", "image"},    {"证书", "certificate"}};
    static const std::pair<const char*, const char*> kSentences[] = {
        {"首先打开{}，然后检查它的大小。", "First open the {}, then check its size."},
        {"这个{}在第#版中被删除了。", "This {} was removed in version #."},
        {"如果{}是空的，程序就会停止。", "If the {} is empty, the program stops."},
        {"每个{}都有自己的名字和颜色。", "Each {} has its own name and colour."},
        {"我们花了#个月才写完新的{}。", "It took us # months to write the new {}."},
        {"请不要在夜里修改{}。", "Please do not change the {} at night."},
        {"旧的{}比新的慢，但是更安全。", "The old {} is slower than the new one, but safer."},
        {"大约有#个用户使用同一个{}。", "About # users share the same {}."},
        {"下面的例子说明怎样关闭{}。", "The following example shows how to close the {}."},
        {"老师把{}比作一座图书馆。", "The teacher compares the {} to a library."},
        {"没有人知道{}为什么会丢失。", "Nobody knows why the {} gets lost."},
        {"{}的价格在冬天上涨了百分之#。", "The price of the {} rose by # percent in winter."},
        {"这张图比较了#种{}。", "The figure compares # kinds of {}."},
        {"测试结束以后，记得保存{}。", "After the test, remember to save the {}."},
        {"医生们也开始使用这种{}。", "Doctors have begun to use this kind of {}, too."}};
    const auto& [own, other] = any(kSentences);
    const auto& [own_noun, other_noun] = any(kNouns);
    const std::string figure = std::to_string(2 + below(90));
    std::string first = filled(own, own_noun, figure);
    std::string second = filled(other, other_noun, figure);
    if (chance(0.15)) {
      static const char* const kSpans[] = {"`println!`", "`Console.WriteLine`", "`a ? b : c`",
                                           "`x = 1; y`"};
      const std::string span = any(kSpans);
      first = "用 " + span + " 时，" + first;
      second = "With " + span + ", " + second;
    } else if (chance(0.15)) {
      static const char* const kFormulas[] = {"$w^*$", "$x_1 + ... + x_n$", "$a ? b : c$",
                                              "$\\|x\\|$"};
      const std::string formula = any(kFormulas);
      first = "设 " + formula + "，" + first;
      second = "Given " + formula + ", " + second;
    }
    chinese += first;
    english += (english.empty() ? "" : " ") + second;
  }

  static std::string filled(std::string text, const std::string& noun, const std::string& figure) {
    const std::size_t place = text.find("{}");
    text.replace(place, 2, noun);
    const std::size_t mark = text.find('#');
    if (mark != std::string::npos) text.replace(mark, 1, figure);
    return text;
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("Chinese pages of a book with code are Chinese, and nothing of them is lost",
          "[documents]") {
  BookPages pages(7);
  for (int round = 0; round < 500; ++round) {
    const BookPages::Page page = pages.next();
    const SegmentedDocument chinese = aligner().segment(parse_document(page.chinese, "page.zh"));
    const SegmentedDocument english = aligner().segment(parse_document(page.english, "page.en"));
    INFO(page.chinese);
    REQUIRE(chinese.document().language() == "zh");
    REQUIRE(english.document().language() == "en");
    REQUIRE(chinese.size() == page.sentences + 1);  // and the title
    REQUIRE(english.size() == chinese.size());
    const Alignment alignment = aligner().align(chinese, english);
    std::size_t covered = 0;
    for (const Bead& bead : alignment.beads()) {
      covered += bead.source.size();
      const bool falsely_null =
          (bead.source.empty() || bead.target.empty()) && bead.confidence >= 0.9;
      REQUIRE_FALSE(falsely_null);
    }
    REQUIRE(covered == chinese.size());
  }
}

TEST_CASE("What is no translation in the other language takes part", "[documents]") {
  const std::string chinese =
      "# Release notes\n\n新版本修复了三个错误。\n\n## Breaking changes\n\n旧的接口被删除了。\n";
  const std::string english =
      "# Release notes\n\nThe new version fixes three bugs.\n\n## Breaking changes\n\nThe old "
      "interface was removed.\n";
  const Alignment alignment =
      aligner().align(parse_document(chinese, "zh"), parse_document(english, "en"));
  REQUIRE(alignment.beads().size() == 4);
  CHECK(alignment.source_text(alignment.beads()[2]) == "Breaking changes");
}

TEST_CASE("A translation inside the file is left out against another file", "[documents]") {
  const std::string both =
      "渡船每天早上七点出发。\n\nThe ferry leaves at seven every "
      "morning.\n\n船票可以在码头购买。\n\n"
      "Tickets are sold at the pier.\n\n下雨的时候船会晚到。\n\nWhen it rains, the ship is late.\n";
  const std::string english =
      "The ferry departs at seven each morning.\n\nYou can buy tickets at the pier.\n\nIn the rain "
      "the ship comes late.\n";
  const Alignment alignment =
      aligner().align(parse_document(both, "both"), parse_document(english, "en"), {});
  REQUIRE(alignment.beads().size() == 3);
  for (const Bead& bead : alignment.beads()) {
    CHECK(bead.source.size() == 1);
    CHECK(bead.target.size() == 1);
  }
}

TEST_CASE("The same block of code on both sides is passed at one place", "[documents]") {
  // Nothing else tells that the second sentence is missing rather than the first.
  const std::string source = "甲。\n\n乙。\n\n```\nrun(1); stop();\n```\n\n丙。\n";
  const std::string target = "A.\n\n```\nrun(1);  stop();\n```\n\nC.\n\nD.\n";
  const Alignment alignment =
      aligner().align(parse_document(source, "zh"), parse_document(target, "en"));
  for (const Bead& bead : alignment.beads()) {
    for (const std::size_t s : bead.source) {
      for (const std::size_t t : bead.target) CHECK((s < 2) == (t < 1));
    }
  }
}
