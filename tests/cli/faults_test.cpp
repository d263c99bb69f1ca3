// What can go wrong around the tool: full disks, files in the way of each other, names that would
// steer a terminal, signals.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <duizhao/text/file.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using test::run_tool;
namespace fs = std::filesystem;

namespace {

/// The exit code of a command line for the shell.
int run_shell(const std::string& line) {
  const int status = std::system(("exec 2>/dev/null; " + line).c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

const std::string kTool = DUIZHAO_TOOL;

}  // namespace

TEST_CASE("A full disk is a failure, whatever is written", "[cli]") {
  if (!fs::exists("/dev/full")) return;
  const test::ScratchFolder folder;
  const std::string text = folder.put("text.txt", "他来了。\n");
  for (const std::string& arguments :
       {std::string("--version"), std::string("--help"), "segment " + text,
        "align " + text + ' ' + text, std::string("lexicon lookup 语言"),
        std::string("check --list-rules")}) {
    INFO(arguments);
    CHECK(run_shell(kTool + ' ' + arguments + " > /dev/full") == 4);
  }
  CHECK(run_shell(kTool + " segment " + text + " -o /dev/full") == 4);
}

TEST_CASE("No output takes the place of an input or another output", "[cli]") {
  const test::ScratchFolder folder;
  const std::string source = folder.put("source.txt", "他来了。\n");
  const std::string target = folder.put("target.txt", "He came.\n");
  const std::string link = folder.path() / "link.txt";
  fs::create_symlink("source.txt", link);
  const std::string hard = folder.path() / "hard.txt";
  fs::create_hard_link(source, hard);
  const std::string free = folder.path() / "free";
  const std::vector<std::vector<std::string>> wrong = {
      {"check", source, target, "-o", source},
      {"check", source, target, "--write-baseline", source},
      {"check", source, target, "--write-terms", target},
      {"check", source, target, "-o", link},
      {"align", source, target, "-o", hard},
      {"segment", source, "-o", folder.path() / "." / "source.txt"},
      {"check", source, target, "-o", free, "--write-baseline", free},
      {"convert", source, source, "--from", "tsv", "--to", "tmx"}};
  for (const auto& arguments : wrong) {
    const auto result = run_tool(arguments);
    CAPTURE(arguments, result.errors);
    CHECK(result.exit_code == 2);
    CHECK(duizhao::read_file(source) == "他来了。\n");
    CHECK_FALSE(fs::exists(free));
  }
  CHECK(run_tool({"check", source, target, "--write-baseline", free}).exit_code == 0);
  CHECK(
      run_tool({"check", source, target, "--baseline", free, "--write-baseline", free}).exit_code ==
      0);
  CHECK(run_tool({"check", source, target, "-o", "/dev/null", "--write-terms", "/dev/null"})
            .exit_code == 0);
}

TEST_CASE("Names of files cannot steer a terminal", "[cli]") {
  const test::ScratchFolder folder;
  const std::string source = folder.put("a\x1B[31m\nb\u202E.txt", "公司有三百人。\n");
  const std::string target = folder.put("bad\xFF.txt", "The firm has 30 people.\n");
  const auto visible = [](const std::string& text) {
    return text.find('\x1B') == std::string::npos && text.find("\u202E") == std::string::npos &&
           text.find('\xFF') == std::string::npos;
  };
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"check", source, target},
                                             {"align", source, target},
                                             {"align", source, target, "--format", "jsonl"},
                                             {"check", source, target, "--format", "html"},
                                             {"check", source, target, "--format", "sarif"},
                                             {"trace", target, "--against", source},
                                             {"segment", source + "\x1B[2J"},
                                             {"convert", source, "out.\x1B[2J"}}) {
    const auto result = run_tool(arguments);
    CAPTURE(arguments);
    CHECK(visible(result.output));
    CHECK(visible(result.errors));
  }
}

TEST_CASE("A tool that is stopped leaves no file behind", "[cli]") {
  const test::ScratchFolder folder;
  const std::string memory = folder.path() / "memory.tmx";
  {
    std::ofstream out(memory);
    out << "<tmx version=\"1.4\"><header srclang=\"zh\"/><body>\n";
    for (int i = 0; i < 400'000; ++i) {
      out << "<tu><tuv xml:lang=\"zh\"><seg>第" << i << "句。</seg></tuv></tu>\n";
    }
    out << "</body></tmx>\n";
  }
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGKILL}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      std::signal(SIGINT, SIG_DFL);
      ::execl(kTool.c_str(), kTool.c_str(), "convert", "-q", memory.c_str(),
              (folder.path() / "out.tsv").c_str(), nullptr);
      ::_exit(127);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      CAPTURE(signal, entry.path());
      CHECK(entry.path().extension() != ".part");
    }
  }
}

TEST_CASE("A pipe that closes early is no fault of the text", "[cli]") {
  const test::ScratchFolder folder;
  std::string long_text;
  for (int i = 0; i < 20'000; ++i) long_text += "他来了。\n\n";
  const std::string text = folder.put("text.txt", long_text);
  CHECK(run_shell(kTool + " segment " + text + " | head -c 1 > /dev/null") == 0);
}

TEST_CASE("Without memory or threads the tool says so or does without", "[cli]") {
  const test::ScratchFolder folder;
  const std::string text = folder.put("text.txt", "他来了。他走了。\n");
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return;  // they reserve more than any limit
#else
  const int little = run_shell("ulimit -v 30000; " + kTool + " align " + text + ' ' + text);
  CHECK(little != 0);
  CHECK(little < 128);
#endif
}
