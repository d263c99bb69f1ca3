#include "duizhao/text/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/locale/formatting.hpp>
#include <boost/locale/generator.hpp>
#include <boost/locale/info.hpp>
#include <boost/locale/localization_backend.hpp>
#include <boost/locale/message.hpp>
#include <boost/version.hpp>
#include <chrono>
#include <climits>
#include <cstdio>
#include <sstream>
#include <system_error>

#include "duizhao/text/error.hpp"
#include "text/data_directory.hpp"

namespace duizhao {
namespace {

constexpr const char* kDomain = "duizhao";

using Catalogue = boost::locale::message_format<char>;

/// What a catalogue has, asked directly: Boost.Locale's own `translate` takes all but ASCII out of
/// messages that it does not know.
template <typename Look>
std::string look_up(std::string_view english, const Look& look) {
  const std::locale locale;
  if (english.empty()) return {};  // a catalogue's header is its translation of nothing
  if (!std::has_facet<Catalogue>(locale)) return std::string(english);
  const auto& catalogue = std::use_facet<Catalogue>(locale);
  const char* const found = look(catalogue, catalogue.domain(kDomain));
  return found != nullptr ? found : std::string(english);
}

/// What the system says in English most often; `system_message` translates it as it comes.
[[maybe_unused]] constexpr const char* kSystemMessages[] = {
    translatable("No such file or directory"),
    translatable("Permission denied"),
    translatable("Operation not permitted"),
    translatable("Is a directory"),
    translatable("Not a directory"),
    translatable("No space left on device"),
    translatable("File too large"),
    translatable("File name too long"),
    translatable("Read-only file system"),
    translatable("Too many open files"),
    translatable("Too many levels of symbolic links"),
    translatable("Disk quota exceeded"),
    translatable("Input/output error"),
    translatable("Bad file descriptor"),
    translatable("Broken pipe"),
    translatable("Invalid argument"),
    translatable("Device or resource busy"),
    translatable("Text file busy"),
    translatable("No such device or address"),
    translatable("Resource temporarily unavailable"),
    translatable("Cannot allocate memory")};

}  // namespace

std::string translate(std::string_view english) {
  return look_up(english, [&](const Catalogue& catalogue, int domain) {
    return catalogue.get(domain, nullptr, std::string(english).c_str());
  });
}

std::string translate(std::string_view one, std::string_view many, std::size_t count) {
  return look_up(count == 1 ? one : many, [&](const Catalogue& catalogue, int domain) {
    const int shown = static_cast<int>(std::min<std::size_t>(count, INT_MAX));
    return catalogue.get(domain, nullptr, std::string(one).c_str(), shown);
  });
}

std::string system_message(int error) { return translate(std::generic_category().message(error)); }

std::string format_number(std::size_t number) {
  std::ostringstream stream;
  stream << boost::locale::as::number << number;
  return stream.str();
}

std::string format_date(const std::string& date) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int end = 0;
  const int fields = std::sscanf(date.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end);
  const std::chrono::year_month_day parsed{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
  const bool localised = std::has_facet<boost::locale::info>(std::locale());
  if (fields != 3 || end != static_cast<int>(date.size()) || !parsed.ok() || !localised) {
    return date;
  }
  const auto seconds = std::chrono::sys_days(parsed).time_since_epoch();
  std::ostringstream stream;
  stream << boost::locale::as::date << boost::locale::as::date_long << boost::locale::as::gmt
         << std::chrono::duration_cast<std::chrono::seconds>(seconds).count();
  return stream.str();
}

std::locale message_locale(const std::string& language, std::string_view header) {
  if (language != "en" && language != "zh_CN") {
    throw Error(
        ErrorCode::content, {},
        fmt::format(fmt::runtime(translate("expected en or zh_CN, found \"{}\"")), language));
  }
  auto backends = boost::locale::localization_backend_manager::global();
  backends.select("icu");
  boost::locale::generator generator(backends);
#if BOOST_VERSION >= 108100  // the facets became enumerations
  using boost::locale::category_t;
  generator.characters(boost::locale::char_facet_t::char_f);
  generator.categories(category_t::message | category_t::formatting | category_t::information);
#else
  generator.characters(boost::locale::char_facet);
  generator.categories(boost::locale::message_facet | boost::locale::formatting_facet |
                       boost::locale::information_facet);
#endif
  if (language == "en") return generator("en_US.UTF-8");
  const std::filesystem::path catalogue =
      text::find_data_file(fmt::format("locale/{}/LC_MESSAGES/{}.mo", language, kDomain), header);
  generator.add_messages_path(catalogue.parent_path().parent_path().parent_path().string());
  generator.add_messages_domain(std::string(kDomain) + "/UTF-8");
  return generator(language + ".UTF-8");
}

}  // namespace duizhao
